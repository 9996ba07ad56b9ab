import { useSearchParams } from '@solidjs/router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query';
import { createEffect, createMemo, createSignal, type JSX, on, Show } from 'solid-js';
import { api, type Waiting } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { listenForKeys } from '../../parts/keyboard/listen.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { queries } from '../../queries.ts';
import { QueueList } from './queue-list.tsx';
import { placeOf, stepFrom } from './queue-place.ts';
import { Submission } from './submission.tsx';
import css from './verify.module.css';

type Said = Parameters<typeof api.decide>[1];

/** The queue of submissions (待核验), the oldest first, worked by keyboard. */
export default function Verify(): JSX.Element {
  const queue = useQuery(() => queries.verifyQueue());
  return (
    <>
      <PageHead
        title={t().verify.title}
        aside={<Show when={!queue.isPending && queue.data}>{(data) => t().verify.total(data().total)}</Show>}
      />
      <Answered query={queue} waiting={<Skeleton lines={8} />}>
        {(data) => (
          <Show
            when={data().rows.length > 0}
            fallback={<Empty title={t().verify.empty} hint={t().verify.emptyHint} />}
          >
            <Queue rows={data().rows} />
          </Show>
        )}
      </Answered>
    </>
  );
}

/** Deciding one after another: what was decided leaves the queue, and the next one takes its place. */
function useDecision(onDecided: (text: string) => void) {
  const client = useQueryClient();
  return useMutation(() => ({
    mutationFn: ({ id, said }: { id: number; said: Said; name: string }) => api.decide(id, said),
    onSuccess: (_answer, { said, name }) => {
      onDecided(said.decision === 'verify' ? t().verify.passed(name) : t().verify.returned(name));
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['data'] }),
  }));
}

function Queue(props: { rows: readonly Waiting[] }): JSX.Element {
  const [search, setSearch] = useSearchParams();
  const [lastPlace, setLastPlace] = createSignal(0);
  const [returning, setReturning] = createSignal(false);
  const [done, setDone] = createSignal('');
  const ids = createMemo(() => props.rows.map(({ assignment }) => assignment.id));
  const chosen = (): number | null => (typeof search.id === 'string' ? Number(search.id) : null);
  const place = createMemo(() => placeOf(ids(), chosen(), lastPlace()));
  const current = (): Waiting | undefined => props.rows[place()];
  const decision = useDecision(setDone);

  const goTo = (next: number): void => {
    setLastPlace(next);
    setSearch({ id: ids()[next] ?? null }, { replace: true, scroll: false });
  };
  const decide = (said: Omit<Said, 'version'>): void => {
    const row = current()?.assignment;
    if (row === undefined || decision.isPending) return;
    setLastPlace(place());
    const name = `${row.unit.name} ${row.code}`;
    decision.mutate({ id: row.id, said: { ...said, version: row.version }, name });
  };
  // Another submission; fresh data about the same one leave a reason that is being written alone.
  const shown = createMemo(() => current()?.assignment.id);
  createEffect(on(shown, () => setReturning(false), { defer: true }));
  listenForKeys({
    next: () => goTo(stepFrom(place(), 1, ids().length)),
    previous: () => goTo(stepFrom(place(), -1, ids().length)),
    pass: () => decide({ decision: 'verify' }),
    sendBack: () => setReturning(true),
  });

  return (
    <>
      <p class={css.done} role="status">
        {done()}
      </p>
      <div class={css.columns}>
        <QueueList rows={props.rows} place={place()} onGo={goTo} />
        <Show when={current()}>
          {(waiting) => (
            <Submission
              waiting={waiting()}
              position={t().verify.position(place() + 1, ids().length)}
              busy={decision.isPending}
              error={decision.error}
              returning={returning()}
              onReturning={setReturning}
              onPass={() => decide({ decision: 'verify' })}
              onReturn={(reason) => decide({ decision: 'return', reason })}
            />
          )}
        </Show>
      </div>
    </>
  );
}

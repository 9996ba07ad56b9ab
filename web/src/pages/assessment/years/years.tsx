import { A } from '@solidjs/router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { partsOf } from '../../../../../api/domain/time/day.ts';
import type { AnnualKind } from '../../../../../db/vocabulary.ts';
import { more, t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { Empty } from '../../../parts/states/empty.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { useMe } from '../../../session.ts';
import { addressOf } from './address.ts';
import { annualQueries, openAnnual } from './queries.ts';
import css from './years.module.css';

/** All assessments (年度考核), and opening another. */
export default function Years(): JSX.Element {
  const me = useMe();
  const list = useQuery(() => annualQueries.list());
  return (
    <>
      <PageHead title={more().annual.title} />
      <Answered query={list} waiting={<Skeleton lines={3} tall />}>
        {(data) => (
          <>
            <Show
              when={data().annuals.length > 0}
              fallback={<Empty title={more().annual.empty} hint={more().annual.emptyHint} />}
            >
              <ul class={css.list}>
                <For each={data().annuals}>
                  {(each) => (
                    <li>
                      <A class={css.annual} href={addressOf(each)}>
                        <b>{more().annual.name(each.year, each.kind)}</b>
                        <span class={css.step}>{more().annual.steps[each.step]}</span>
                        <span class={css.when}>{more().annual.openedAt(t().date.time(each.openedAt))}</span>
                      </A>
                    </li>
                  )}
                </For>
              </ul>
            </Show>
            <Show when={me().can.includes('annual.open')}>
              <Opening taken={data().annuals} />
            </Show>
          </>
        )}
      </Answered>
    </>
  );
}

/** Opening by hand: the year past where it is not open yet, and a rehearsal of the year that runs. */
function Opening(props: { taken: readonly { year: number; kind: AnnualKind }[] }): JSX.Element {
  const me = useMe();
  const client = useQueryClient();
  const [asked, setAsked] = createSignal<AnnualKind | null>(null);
  const thisYear = (): number => partsOf(me().today).year;
  const isTaken = (year: number, kind: AnnualKind): boolean =>
    props.taken.some((each) => each.year === year && each.kind === kind);
  const choices = () =>
    (
      [
        { year: thisYear() - 1, kind: 'year' },
        { year: thisYear(), kind: 'trial' },
      ] as const
    ).filter(({ year, kind }) => !isTaken(year, kind));
  const open = useMutation(() => ({
    mutationFn: openAnnual,
    onSuccess: () => {
      setAsked(null);
      return client.invalidateQueries({ queryKey: ['data', 'annual'] });
    },
  }));
  return (
    <For each={choices()}>
      {({ year, kind }) => (
        <section class={css.opening}>
          <h2 class={css.title}>{more().annual.open(year, kind)}</h2>
          <p class={css.hint}>
            {kind === 'year' ? more().annual.openYearHint : more().annual.openTrialHint(year)}
          </p>
          <Show
            when={asked() === kind}
            fallback={<Button onClick={() => setAsked(kind)}>{more().annual.open(year, kind)}</Button>}
          >
            <ProblemNote error={open.error} />
            <div class={css.buttons}>
              <Button look="main" busy={open.isPending} onClick={() => open.mutate({ year, kind })}>
                {more().annual.openSure}
              </Button>
              <Button onClick={() => setAsked(null)}>{t().common.cancel}</Button>
            </div>
          </Show>
        </section>
      )}
    </For>
  );
}

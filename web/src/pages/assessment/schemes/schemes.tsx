import { A, useNavigate } from '@solidjs/router';
import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { partsOf } from '../../../../../api/domain/time/day.ts';
import { more, t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { Choose } from '../../../parts/forms/choose.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { Empty } from '../../../parts/states/empty.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { useMe } from '../../../session.ts';
import { type SchemeRow, schemeApi, schemeQueries } from './queries.ts';
import css from './schemes.module.css';

/** The schemes (考核方案) of all years, the newest first, and for the committee a way to begin one. */
export default function Schemes(): JSX.Element {
  const me = useMe();
  const list = useQuery(schemeQueries.list);
  return (
    <>
      <PageHead title={t().assessment.schemes} />
      <Answered query={list} waiting={<Skeleton lines={6} />}>
        {(data) => (
          <>
            <Show when={me().can.includes('scheme.edit')}>
              <Begin schemes={data().schemes} />
            </Show>
            <Show
              when={data().schemes.length > 0}
              fallback={<Empty title={more().schemes.empty} hint={more().schemes.emptyHint} />}
            >
              <ul class={css.list}>
                <For each={data().schemes}>{(scheme) => <Item scheme={scheme} />}</For>
              </ul>
            </Show>
          </>
        )}
      </Answered>
    </>
  );
}

function Item(props: { scheme: SchemeRow }): JSX.Element {
  const when = (): string => {
    const { state, createdAt, publishedAt, supersededAt } = props.scheme;
    if (state === 'draft') return more().schemes.draftSince(t().date.time(createdAt));
    if (state === 'superseded') return more().schemes.supersededAt(t().date.time(supersededAt ?? createdAt));
    return more().schemes.publishedAt(t().date.time(publishedAt ?? createdAt));
  };
  return (
    <li>
      <A class={css.item} href={`/assessment/schemes/${props.scheme.id}`}>
        <b class={css.name}>{more().schemes.title(props.scheme.year, props.scheme.version)}</b>
        <span class={css.state} data-state={props.scheme.state}>
          {more().schemes.states[props.scheme.state]}
        </span>
        <span class={css.when}>{`${more().schemes.indicators(props.scheme.indicators)} · ${when()}`}</span>
      </A>
    </li>
  );
}

/** Begins a draft: for which year, and a copy of what. */
function Begin(props: { schemes: readonly SchemeRow[] }): JSX.Element {
  const me = useMe();
  const navigate = useNavigate();
  const client = useQueryClient();
  const thisYear = (): number => partsOf(me().today).year;
  const [year, setYear] = createSignal(thisYear());
  const [from, setFrom] = createSignal(String(props.schemes[0]?.id ?? ''));
  const begin = useMutation(() => ({
    mutationFn: () => schemeApi.begin(year(), from() === '' ? null : Number(from())),
    onSuccess: (detail) => {
      client.setQueryData(schemeQueries.one(detail.id).queryKey, detail);
      navigate(`/assessment/schemes/${detail.id}`);
    },
  }));
  return (
    <form
      class={css.begin}
      onSubmit={(event) => {
        event.preventDefault();
        begin.mutate();
      }}
    >
      <Choose
        label={more().schemes.year}
        required
        value={String(year())}
        options={[thisYear(), thisYear() + 1].map((each) => ({ value: String(each), name: String(each) }))}
        onChoose={(chosen) => setYear(Number(chosen))}
      />
      <Choose
        label={more().schemes.beginFrom}
        all={more().schemes.builtin}
        value={from()}
        options={props.schemes.map(({ id, year: of, version }) => ({
          value: String(id),
          name: more().schemes.title(of, version),
        }))}
        onChoose={setFrom}
      />
      <Button type="submit" look="main" busy={begin.isPending}>
        {more().schemes.begin}
      </Button>
      <ProblemNote error={begin.error} />
    </form>
  );
}

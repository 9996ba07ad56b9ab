import { A, useSearchParams } from '@solidjs/router';
import { keepPreviousData, useQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { answer, server } from '../../../api.ts';
import { t } from '../../../i18n/language.ts';
import { Choose } from '../../../parts/forms/choose.tsx';
import { Keyed } from '../../../parts/keyed.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { reachable } from '../../../parts/reachable.ts';
import { Answered } from '../../../parts/states/answered.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { useMe } from '../../../session.ts';
import css from './burden.module.css';

const read = (weeks: string) => answer(server.burden.$get({ query: { weeks } }));
type Burden = Awaited<ReturnType<typeof read>>;

const SPANS = [1, 4, 13];

/** How much of people's time supervision takes (基层负担), unit by unit, and what could be dropped. */
export default function BurdenPage(): JSX.Element {
  const [search, setSearch] = useSearchParams();
  const weeks = (): number => SPANS.find((n) => String(n) === search.weeks) ?? 4;
  const burden = useQuery(() => ({
    queryKey: ['data', 'burden', weeks()],
    queryFn: () => read(String(weeks())),
    placeholderData: keepPreviousData,
  }));
  const span = (): string => {
    const data = burden.isPending ? undefined : burden.data;
    return data === undefined ? '' : t().burden.about(t().date.short(data.from), t().date.short(data.until));
  };
  return (
    <>
      <PageHead title={t().burden.title} aside={span()}>
        <Choose
          required
          label={t().burden.span}
          value={String(weeks())}
          options={SPANS.map((n) => ({ value: String(n), name: t().burden.weeks(n) }))}
          onChoose={(value) => setSearch({ weeks: value === '4' ? null : value })}
        />
      </PageHead>
      <Answered query={burden} waiting={<Skeleton lines={16} />}>
        {(data) => (
          <>
            <Units burden={data()} />
            <Drop burden={data()} />
          </>
        )}
      </Answered>
    </>
  );
}

const FIGURES = ['people', 'read', 'written', 'asked', 'needed', 'reported', 'repeated'] as const;
/** What may be added up; a mean may not. */
const ADDED = ['people', 'asked', 'needed', 'reported', 'repeated'] as const;

const shown = (figure: (typeof FIGURES)[number], n: number): string =>
  figure === 'read' || figure === 'written' ? n.toFixed(1) : t().common.count(n);

const sum = (burden: Burden, of: (typeof ADDED)[number]): number =>
  burden.units.reduce((total, unit) => total + unit[of], 0);

function Units(props: { burden: Burden }): JSX.Element {
  const words = () => t().burden;
  return (
    <section class={css.scroll} ref={reachable} aria-label={words().title}>
      <table class={css.table}>
        <thead>
          <tr>
            <th scope="col">{words().unit}</th>
            <For each={FIGURES}>{(figure) => <th scope="col">{words()[figure]}</th>}</For>
          </tr>
        </thead>
        <tbody>
          <Keyed each={props.burden.units} by={({ unitId }) => unitId}>
            {(unit) => (
              <tr>
                <th scope="row">
                  <A href={`/units/${unit().unitId}`}>{unit().unit}</A>
                </th>
                <For each={FIGURES}>{(figure) => <td>{shown(figure, unit()[figure])}</td>}</For>
              </tr>
            )}
          </Keyed>
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words().all}</th>
            <For each={FIGURES}>
              {(figure) => {
                const added = ADDED.find((each) => each === figure);
                return <td>{added === undefined ? '' : sum(props.burden, added)}</td>;
              }}
            </For>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function Drop(props: { burden: Burden }): JSX.Element {
  const me = useMe();
  const words = () => t().burden;
  return (
    <section class={css.drop} aria-labelledby="burden-drop">
      <h2 id="burden-drop">{words().droppable}</h2>
      <Show when={props.burden.droppable.length > 0} fallback={<p>{words().noEarly}</p>}>
        <p>{words().early}</p>
        <ul class={css.list}>
          <For each={props.burden.droppable}>
            {(task) => (
              <li>
                {`${task.code} ${task.title}`}
                <span class={css.quiet}> {words().good(task.periods, task.units)}</span>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={sum(props.burden, 'repeated') > 0}>
        <p>{words().repeatedAbout(sum(props.burden, 'repeated'))}</p>
      </Show>
      <Show when={sum(props.burden, 'asked') > 0}>
        <p>
          {words().askedAbout(sum(props.burden, 'asked'))}{' '}
          <Show when={me().can.includes('plan.edit')}>
            <A href="/wordings">{t().wordings.link}</A>
          </Show>
        </p>
      </Show>
    </section>
  );
}

import { A } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { isUnsettled } from '../../../../api/domain/inspection/problem.ts';
import { t } from '../../i18n/language.ts';
import { Answered } from '../../parts/states/answered.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { type InspectionRow, inspectionQueries } from '../inspections/queries.ts';
import { Rows } from '../inspections/rows.tsx';
import css from './inspections.module.css';

/** So many of the latest are shown here; the list has the rest. */
const FEW = 3;

/** The inspections of a unit (检查和问题), with the problems that are still to be put right first. Nothing where none was. */
export function UnitInspections(props: { unitId: number }): JSX.Element {
  const list = useQuery(() => inspectionQueries.list({ unit: String(props.unitId) }));
  return (
    <Answered query={list} waiting={<Skeleton lines={3} />}>
      {(data) => (
        <Show when={data().inspections.length > 0}>
          <section class={css.inspections} aria-labelledby="inspections">
            <h2 id="inspections" class={css.title}>
              {t().inspections.ofUnit}
            </h2>
            <Open rows={data().inspections} />
            <Rows rows={data().inspections.slice(0, FEW)} ofOneUnit />
            <Show when={data().inspections.length > FEW}>
              <A class={css.more} href={`/inspections?unit=${props.unitId}`}>
                {t().inspections.all}
              </A>
            </Show>
          </section>
        </Show>
      )}
    </Answered>
  );
}

function Open(props: { rows: readonly InspectionRow[] }): JSX.Element {
  const words = () => t().inspections;
  const open = () =>
    props.rows
      .flatMap(({ id, problems }) => problems.filter(isUnsettled).map((problem) => ({ id, problem })))
      .sort((a, b) => (a.problem.dueOn < b.problem.dueOn ? -1 : 1));
  return (
    <ul>
      <For each={open()}>
        {({ id, problem }) => (
          <li>
            <A class={css.problem} href={`/inspections/${id}`}>
              <span>{problem.text}</span>
              <span class={css.state} data-late={problem.overdue ? '' : undefined}>
                {problem.overdue
                  ? words().late(problem.workingDaysLate)
                  : `${words().problemState[problem.state]} · ${words().until(t().date.short(problem.dueOn))}`}
              </span>
            </A>
          </li>
        )}
      </For>
    </ul>
  );
}

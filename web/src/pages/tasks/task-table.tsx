import { A, useSearchParams } from '@solidjs/router';
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { AssignmentRow } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Keyed } from '../../parts/keyed.tsx';
import { Changed } from '../../parts/marks/changed.tsx';
import { LightMark } from '../../parts/marks/light-mark.tsx';
import { ShareBar } from '../../parts/marks/share-bar.tsx';
import { useMe } from '../../session.ts';
import { GROUPINGS, type Grouping } from './task-filter.ts';
import { groupRows } from './task-groups.ts';
import css from './task-table.module.css';
import { progressText, shareOf, timeText } from './task-words.ts';

/** The list as a table: light, code, task, unit, progress, due day, time left, state. */
export function TaskTable(props: { rows: readonly AssignmentRow[] }): JSX.Element {
  const [search] = useSearchParams();
  const grouping = (): Grouping => GROUPINGS.find((key) => key === search.group) ?? 'none';
  const groups = createMemo(() => groupRows(props.rows, grouping()));
  const headings = () => {
    const words = t().tasks;
    return [
      words.light,
      words.code,
      words.task,
      words.unit,
      words.progress,
      words.due,
      words.remaining,
      words.state,
    ];
  };
  return (
    <table class={css.table}>
      <thead class={css.head}>
        <tr>
          <For each={headings()}>{(heading) => <th scope="col">{heading}</th>}</For>
        </tr>
      </thead>
      <Keyed each={groups()} by={(group) => group.key}>
        {(group) => (
          <tbody>
            <Show when={group().key !== ''}>
              <tr class={css.group}>
                <th colSpan="8" scope="rowgroup">
                  {grouping() === 'month' ? t().date.month(group().key) : group().key}
                  <span class={css.groupCount}>{t().common.items(group().rows.length)}</span>
                </th>
              </tr>
            </Show>
            <Keyed each={group().rows} by={(row) => row.id}>
              {(row) => <TaskRow row={row()} />}
            </Keyed>
          </tbody>
        )}
      </Keyed>
    </table>
  );
}

function TaskRow(props: { row: AssignmentRow }): JSX.Element {
  const me = useMe();
  return (
    <tr class={css.row} data-light={props.row.light}>
      <td class={css.light}>
        <Changed value={props.row.light}>
          <LightMark light={props.row.light} />
        </Changed>
      </td>
      <td class={css.code}>{props.row.code}</td>
      <td class={css.task}>
        <A class={css.link} href={`/tasks/${props.row.id}`}>
          {props.row.title}
          <span class={css.period}>{props.row.periodLabel}</span>
        </A>
      </td>
      <td class={css.unit}>{props.row.unit.name}</td>
      <td class={css.progress}>
        <Changed value={progressText(props.row)}>{progressText(props.row)}</Changed>
        <span class={css.bar}>
          <ShareBar share={shareOf(props.row)} strong={props.row.state === 'done'} />
        </span>
      </td>
      <td class={css.due}>{t().date.short(props.row.dueOn)}</td>
      <td class={css.time}>{timeText(props.row, me().today)}</td>
      <td class={css.state}>
        <Changed value={props.row.state}>{t().state[props.row.state]}</Changed>
        <Show when={props.row.extensionUntil !== null}>
          <span class={css.asking}>{t().tasks.asking}</span>
        </Show>
      </td>
    </tr>
  );
}

import { type JSX, Show } from 'solid-js';
import type { AssignmentRow } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Changed } from '../../parts/marks/changed.tsx';
import { LightMark } from '../../parts/marks/light-mark.tsx';
import { ShareBar } from '../../parts/marks/share-bar.tsx';
import { useMe } from '../../session.ts';
import type { Grouping } from './task-filter.ts';
import css from './task-table.module.css';
import { progressText, shareOf, timeText } from './task-words.ts';

/** Where a line stands in a list of which only a part is in the page, and who measures it there. */
export interface Place {
  /** Counted from 0. */
  index: number;
  measure: (line: HTMLTableRowElement) => void;
}

/** Assistive technology counts from 1, and counts the table's head. */
const HEAD_AND_ONE = 2;

const rowIndex = (place: Place | undefined): number | undefined =>
  place === undefined ? undefined : place.index + HEAD_AND_ONE;

/** The name of a group, and how many rows stand under it. */
export function TaskHeading(props: {
  group: string;
  count: number;
  grouping: Grouping;
  place?: Place;
}): JSX.Element {
  return (
    <tr
      class={css.group}
      ref={(line) => props.place?.measure(line)}
      data-index={props.place?.index}
      aria-rowindex={rowIndex(props.place)}
    >
      <th colSpan="8" scope="rowgroup">
        {props.grouping === 'month' ? t().date.month(props.group) : props.group}
        <span class={css.groupCount}>{t().common.items(props.count)}</span>
      </th>
    </tr>
  );
}

/** One assignment. Its link is a plain one, which the router hears as well and which costs a long list less. */
export function TaskRow(props: { row: AssignmentRow; place?: Place }): JSX.Element {
  const me = useMe();
  return (
    <tr
      class={css.row}
      data-light={props.row.light}
      ref={(line) => props.place?.measure(line)}
      data-index={props.place?.index}
      aria-rowindex={rowIndex(props.place)}
    >
      <td class={css.light}>
        <Changed value={props.row.light}>
          <LightMark light={props.row.light} />
        </Changed>
      </td>
      <td class={css.code}>{props.row.code}</td>
      <td class={css.task}>
        <a class={css.link} href={`/tasks/${props.row.id}`}>
          {props.row.title}
          <span class={css.period}>{props.row.periodLabel}</span>
        </a>
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

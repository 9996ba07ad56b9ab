import { useSearchParams } from '@solidjs/router';
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { AssignmentRow } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Keyed } from '../../parts/keyed.tsx';
import { GROUPINGS, type Grouping } from './task-filter.ts';
import { groupRows, type TaskGroup } from './task-groups.ts';
import { linesOf } from './task-lines.ts';
import { TaskHeading, TaskRow } from './task-row.tsx';
import css from './task-table.module.css';
import { TaskWindow } from './task-window.tsx';

interface TaskTableProps {
  rows: readonly AssignmentRow[];
  /** Only the lines about the window are in the page: how many there are is said of all, headings with them. */
  long: boolean;
}

/** The list as a table: light, code, task, unit, progress, due day, time left, state. */
export function TaskTable(props: TaskTableProps): JSX.Element {
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
    <table class={css.table} aria-rowcount={props.long ? linesOf(groups()).length + 1 : undefined}>
      <thead class={css.head}>
        <tr>
          <For each={headings()}>{(heading) => <th scope="col">{heading}</th>}</For>
        </tr>
      </thead>
      <Show when={props.long} fallback={<AllRows groups={groups()} grouping={grouping()} />}>
        <TaskWindow groups={groups()} grouping={grouping()} />
      </Show>
    </table>
  );
}

function AllRows(props: { groups: readonly TaskGroup[]; grouping: Grouping }): JSX.Element {
  return (
    <Keyed each={props.groups} by={(group) => group.key}>
      {(group) => (
        <tbody>
          <Show when={group().key !== ''}>
            <TaskHeading group={group().key} count={group().rows.length} grouping={props.grouping} />
          </Show>
          <Keyed each={group().rows} by={(row) => row.id}>
            {(row) => <TaskRow row={row()} />}
          </Keyed>
        </tbody>
      )}
    </Keyed>
  );
}

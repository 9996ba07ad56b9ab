import { createWindowVirtualizer } from '@tanstack/solid-virtual';
import { createMemo, createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { Keyed } from '../../parts/keyed.tsx';
import type { Grouping } from './task-filter.ts';
import type { TaskGroup } from './task-groups.ts';
import { linesOf, shownOf } from './task-lines.ts';
import { TaskHeading, TaskRow } from './task-row.tsx';
import css from './task-table.module.css';

/** A line before it was measured, in px: as in `task-table.module.css`, in a wide window and in a narrow one. */
const LINE = { wide: 45, narrow: 94 };
const NARROW = '(max-width: 719px)';
/** So many lines beyond either edge of the window are kept ready. */
const BEYOND = 8;

/** The body of a long list: what is far from the window is but room, so that 20 000 rows cost no more than 40. */
export function TaskWindow(props: { groups: readonly TaskGroup[]; grouping: Grouping }): JSX.Element {
  const lines = createMemo(() => linesOf(props.groups));
  const narrow = window.matchMedia(NARROW);
  const [top, setTop] = createSignal(0);
  let edge: HTMLTableSectionElement | undefined;
  const virtual = createWindowVirtualizer<HTMLTableRowElement>({
    get count() {
      return lines().length;
    },
    get getItemKey() {
      const all = lines();
      return (index: number) => all[index]?.key ?? index;
    },
    get scrollMargin() {
      return top();
    },
    estimateSize: () => (narrow.matches ? LINE.narrow : LINE.wide),
    overscan: BEYOND,
  });
  // What stands above the list may grow and shrink: the filters on a phone, a note.
  const moved = new ResizeObserver(() => setTop((edge?.getBoundingClientRect().top ?? 0) + window.scrollY));
  onMount(() => moved.observe(document.body));
  onCleanup(() => moved.disconnect());

  const bounds = createMemo(() => {
    const items = virtual.getVirtualItems();
    const [first, last] = [items[0], items[items.length - 1]];
    if (first === undefined || last === undefined) return { from: 0, until: 0, above: 0, below: 0 };
    const above = first.start - top();
    return {
      from: first.index,
      until: last.index + 1,
      above,
      below: virtual.getTotalSize() - (last.start + last.size - top()),
    };
  });
  const shown = createMemo(() => shownOf(lines(), bounds().from, bounds().until));
  /** A line is measured once it stands in the page. */
  const measure = (line: HTMLTableRowElement): void => queueMicrotask(() => virtual.measureElement(line));
  return (
    <>
      <Room ref={(body) => (edge = body)} height={bounds().above} />
      <Keyed each={shown()} by={(part) => part.group}>
        {(part) => {
          const headed = (): number => (part().heading === null ? 0 : 1);
          return (
            <tbody>
              <Show when={part().heading}>
                {(heading) => (
                  <TaskHeading
                    group={part().group}
                    count={heading().under}
                    grouping={props.grouping}
                    place={{ index: part().from, measure }}
                  />
                )}
              </Show>
              <Keyed each={part().rows} by={(row) => row.id}>
                {(row, at) => (
                  <TaskRow row={row()} place={{ index: part().from + headed() + at(), measure }} />
                )}
              </Keyed>
            </tbody>
          );
        }}
      </Keyed>
      <Room height={bounds().below} />
    </>
  );
}

/** The room that lines which are not in the page would take. */
function Room(props: { height: number; ref?: (body: HTMLTableSectionElement) => void }): JSX.Element {
  return (
    <tbody ref={(body) => props.ref?.(body)} class={css.room} aria-hidden="true">
      <tr style={{ height: `${Math.max(0, props.height)}px` }} />
    </tbody>
  );
}

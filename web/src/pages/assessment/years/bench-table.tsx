import { createSignal, For, type JSX, Show } from 'solid-js';
import { pointsOf, scoreOf } from '../../../figures.ts';
import { more, t } from '../../../i18n/language.ts';
import { Keyed } from '../../../parts/keyed.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { BenchCell } from './bench-cell.tsx';
import { placeAfter } from './bench-filter.ts';
import css from './bench-table.module.css';
import { type BenchLine, type BenchRow, type Head, useAnnual } from './queries.ts';

interface BenchTableProps {
  id: number;
  rows: readonly BenchRow[];
  columns: readonly Head[];
  chosen: { unit: string; line: string };
  isShown: (line: BenchLine) => boolean;
  onOpen: (unitId: number, line: string) => void;
}

/** The matrix as a grid: arrows go from cell to cell, Enter opens one, a figure typed on a judged cell is its mark. */
export function BenchTable(props: BenchTableProps): JSX.Element {
  const { mark } = useAnnual(() => props.id);
  const [place, setPlace] = createSignal<readonly [number, number]>([0, 0]);
  let grid: HTMLTableElement | undefined;
  const size = () => [props.rows.length, props.columns.length] as const;
  const here = (): readonly [number, number] => {
    const [row, column] = place();
    return [Math.min(row, size()[0] - 1), Math.min(column, size()[1] - 1)];
  };
  const isHere = (row: number, column: number): boolean => here()[0] === row && here()[1] === column;
  const focus = ([row, column]: readonly [number, number]): void => {
    setPlace([row, column]);
    grid?.querySelector<HTMLElement>(`[data-place="${row}/${column}"]`)?.focus();
  };
  const move = (event: KeyboardEvent): void => {
    const next = placeAfter(event.key, here(), size());
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    focus(next);
  };
  return (
    <div>
      <ProblemNote error={mark.error} />
      <section class={css.scroll} aria-label={more().annual.parts.bench}>
        <table ref={grid} class={css.table}>
          <thead>
            <tr>
              <th scope="col" class={css.unit}>
                {more().annual.unit}
              </th>
              <th scope="col" class={css.number}>
                {t().ranking.rank}
              </th>
              <th scope="col" class={css.number}>
                {t().ranking.score}
              </th>
              <For each={props.columns}>
                {(column) => (
                  <th scope="col" class={css.indicator} title={column.aim}>
                    {column.name}
                    <span class={css.weight}>{column.weight > 0 ? pointsOf(column.weight) : ''}</span>
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <Keyed each={props.rows} by={(row) => row.unitId}>
              {(row, at) => (
                <tr>
                  <th scope="row" class={css.unit}>
                    {row().name}
                  </th>
                  <td class={css.number}>{row().rank ?? t().common.missing}</td>
                  <td class={css.total}>
                    {row().total === null ? t().common.missing : scoreOf(row().total ?? 0)}
                  </td>
                  <Keyed each={props.columns} by={(column) => column.code}>
                    {(column, across) => (
                      <td class={css.cell}>
                        <Show when={row().lines.find(({ indicator }) => indicator === column().code)}>
                          {(line) => (
                            <BenchCell
                              line={line()}
                              unit={row().name}
                              outOf={column().form.outOf}
                              place={`${at()}/${across()}`}
                              isHere={isHere(at(), across())}
                              isFaded={!props.isShown(line())}
                              isChosen={
                                props.chosen.unit === String(row().unitId) &&
                                props.chosen.line === column().code
                              }
                              onFocus={() => setPlace([at(), across()])}
                              onMove={move}
                              onOpen={() => props.onOpen(row().unitId, column().code)}
                              onMark={(given) =>
                                mark.mutate({ unitId: row().unitId, indicator: column().code, mark: given })
                              }
                              onDone={() => focus([Math.min(at() + 1, props.rows.length - 1), across()])}
                            />
                          )}
                        </Show>
                      </td>
                    )}
                  </Keyed>
                </tr>
              )}
            </Keyed>
          </tbody>
        </table>
      </section>
      <p class={css.hint}>{more().annual.gridHint}</p>
    </div>
  );
}

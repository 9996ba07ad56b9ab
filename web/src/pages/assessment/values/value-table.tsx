import { For, type JSX } from 'solid-js';
import { t } from '../../../i18n/language.ts';
import { Keyed } from '../../../parts/keyed.tsx';
import type { ValueCell, ValueGroup, ValueIndicator, ValueRow } from './queries.ts';
import css from './values.module.css';

/** A value of this indicator as people read it: a share as a percentage. */
export function shownAs(shape: ValueIndicator['shape'] | undefined, written: string | number | null): string {
  if (written === null) return t().values.empty;
  if (shape !== 'share' || typeof written !== 'number') return String(written);
  return `${Number((written * 100).toFixed(4))}%`;
}

export interface Opened {
  row: ValueRow;
  indicator: ValueIndicator;
  cell: ValueCell;
}

/** Units by indicators, each cell a button that opens it. */
export function ValueTable(props: { group: ValueGroup; onOpen: (opened: Opened) => void }): JSX.Element {
  return (
    <section class={css.scroll} aria-label={props.group.name}>
      <table class={css.table}>
        <thead>
          <tr>
            <th scope="col">{t().values.unit}</th>
            <For each={props.group.indicators}>
              {(indicator) => (
                <th scope="col" class={css.indicator}>
                  {indicator.name}
                  <span class={css.small}>
                    {[
                      indicator.part,
                      indicator.dueOn === null ? '' : t().values.due(indicator.dueOn.slice(5)),
                    ]
                      .filter((words) => words !== '')
                      .join(' · ')}
                  </span>
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody>
          <Keyed each={props.group.rows} by={(row) => row.unitId}>
            {(row) => (
              <tr>
                <th scope="row" class={css.unit}>
                  {row().name}
                </th>
                <For each={props.group.indicators}>
                  {(indicator) => {
                    const cell = () => row().cells.find((each) => each.indicator === indicator.code);
                    const shown = () => shownAs(indicator.shape, cell()?.written ?? null);
                    return (
                      <td>
                        <button
                          type="button"
                          class={css.value}
                          data-empty={cell()?.written === null ? '' : undefined}
                          aria-label={`${row().name} ${indicator.name} ${shown()}`}
                          onClick={() => {
                            const opened = cell();
                            if (opened !== undefined) props.onOpen({ row: row(), indicator, cell: opened });
                          }}
                        >
                          {shown()}
                        </button>
                      </td>
                    );
                  }}
                </For>
              </tr>
            )}
          </Keyed>
        </tbody>
      </table>
    </section>
  );
}

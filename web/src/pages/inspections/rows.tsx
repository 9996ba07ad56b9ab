import { type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { Keyed } from '../../parts/keyed.tsx';
import { LinkRow, LinkRows } from '../../parts/layout/link-row.tsx';
import { Outcome, StateMark } from './inspection-state.tsx';
import type { InspectionRow } from './queries.ts';
import css from './rows.module.css';

/** Inspections one below the other: unit, list and inspectors; how it stands; what it found; its day. */
export function Rows(props: { rows: readonly InspectionRow[]; ofOneUnit?: boolean }): JSX.Element {
  return (
    <LinkRows>
      <Keyed each={props.rows} by={({ id }) => id}>
        {(row) => (
          <LinkRow
            class={css.columns}
            href={`/inspections/${row().id}`}
            name={props.ofOneUnit ? row().list.title : row().unit.name}
            about={[props.ofOneUnit ? null : row().list.title, row().inspectors.join('、')]
              .filter((part) => part !== null)
              .join(' · ')}
          >
            <span class={css.found}>
              <StateMark row={row()} />
              <Show when={row().state === 'completed'}>
                <span class={css.small}>{t().inspections.counted(row().found.met, row().found.unmet)}</span>
              </Show>
            </span>
            <Outcome row={row()} />
            <span class={css.day}>{t().date.weekday(row().heldOn)}</span>
          </LinkRow>
        )}
      </Keyed>
    </LinkRows>
  );
}

import { type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import type { InspectionItem } from '../inspections/queries.ts';
import css from './finding.module.css';

/** What was found on an item: the verdict in a word with its mark, what is wrong, by when, and who said so. */
export function Finding(props: {
  finding: InspectionItem['findings'][number];
  /** Whether the verdict is said: where no buttons show it. */
  named: boolean;
  /** Whether it is said who found it and when. */
  signed: boolean;
}): JSX.Element {
  const words = () => t().inspections;
  return (
    <div class={css.finding}>
      <Show when={props.named}>
        <b class={css.verdict} data-verdict={props.finding.verdict}>
          {words().verdict[props.finding.verdict]}
        </b>
      </Show>
      <Show when={props.finding.note}>{(note) => <p class={css.note}>{note()}</p>}</Show>
      <p class={css.quiet}>
        <Show when={props.finding.rectifyBy}>
          {(day) => <span>{words().until(t().date.short(day()))}</span>}
        </Show>
        <Show when={props.signed}>
          <span>
            {words().by(props.finding.person ?? t().channel.system, t().date.time(props.finding.recordedAt))}
          </span>
        </Show>
      </p>
    </div>
  );
}

import { For, type JSX, Show } from 'solid-js';
import { more, t } from '../../../i18n/language.ts';
import type { ShownRun } from './queries.ts';
import css from './runs.module.css';
import { secondsOf } from './when.ts';

/** What a run did, in words: each count with its name. */
function countsText(counts: ShownRun['counts']): string {
  const words = more().admin.jobs;
  return Object.entries(counts)
    .map(([name, n]) => words.count(words.counts[name] ?? name, n))
    .join(more().admin.comma);
}

/** How a run went, in a line. */
export function Outcome(props: { run: ShownRun }): JSX.Element {
  return (
    <p class={css.outcome} data-outcome={props.run.outcome}>
      <b>{more().admin.jobs.outcome[props.run.outcome]}</b>
      <span class={css.about}>
        {t().date.time(props.run.scheduledAt)}
        <Show when={countsText(props.run.counts)}>{(text) => <> · {text()}</>}</Show>
      </span>
    </p>
  );
}

/** The last runs of a job as a table. */
export function Runs(props: { runs: readonly ShownRun[] }): JSX.Element {
  const words = () => more().admin.jobs;
  const duration = (run: ShownRun): string => {
    const seconds = secondsOf(run);
    return seconds === null ? t().common.missing : words().seconds(seconds);
  };
  return (
    <div class={css.scroll}>
      <table class={css.table}>
        <thead>
          <tr>
            <th scope="col">{words().scheduled}</th>
            <th scope="col">{words().result}</th>
            <th scope="col" class={css.number}>
              {words().took}
            </th>
            <th scope="col">{words().did}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.runs}>
            {(run) => (
              <tr>
                <td class={css.time}>
                  {t().date.time(run.scheduledAt)}
                  <Show when={run.byHand}>
                    <span class={css.about}> {words().byHand(run.requestedBy)}</span>
                  </Show>
                </td>
                <td>
                  {words().outcome[run.outcome]}
                  <Show when={run.attempts > 1}>
                    <span class={css.about}> {words().attempts(run.attempts)}</span>
                  </Show>
                </td>
                <td class={css.number}>{duration(run)}</td>
                <td>{run.error ?? countsText(run.counts)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
}

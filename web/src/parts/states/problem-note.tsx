import { For, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { type Problem, problemOf } from '../../problem.ts';
import css from './problem-note.module.css';

/** A problem in one sentence: the server's own words, or ours where it said nothing. */
export function problemText(problem: Problem): string {
  const words = t().problem;
  if (problem.code === 'network') return words.network;
  if (problem.code === 'signedOut') return words.signInAgain;
  if (problem.detail !== '') return problem.detail;
  return problem.status === 403 ? words.forbidden : words.unknown(problem.status);
}

/** What went wrong, each fault, and the number to quote. Draws nothing while there is no error. */
export function ProblemNote(props: { error: unknown }): JSX.Element {
  return (
    <Show when={props.error}>
      {(error) => {
        const problem = () => problemOf(error());
        const faults = () => problem().faults.filter(({ message }) => message !== problem().detail);
        return (
          <div class={css.note} role="alert">
            <p>{problemText(problem())}</p>
            <Show when={faults().length > 0}>
              <ul class={css.faults}>
                <For each={faults()}>{(fault) => <li>{fault.message}</li>}</For>
              </ul>
            </Show>
            <Show when={problem().id}>{(id) => <p class={css.quote}>{t().problem.quote(id())}</p>}</Show>
          </div>
        );
      }}
    </Show>
  );
}

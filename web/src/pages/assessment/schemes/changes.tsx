import { For, type JSX, Show } from 'solid-js';
import type { SchemeChange } from '../../../../../api/domain/score/scheme-diff.ts';
import { more } from '../../../i18n/language.ts';
import css from './changes.module.css';

/** What a version changes against the one before it (修订说明); null of a draft too faulty to be compared. */
export function Changes(props: { version: number; changes: readonly SchemeChange[] | null }): JSX.Element {
  return (
    <section class={css.changes} aria-labelledby="changes">
      <h2 id="changes" class={css.title}>
        {more().schemes.changes(props.version)}
      </h2>
      <Show
        when={props.changes?.length}
        fallback={
          <p class={css.none}>
            {props.changes === null ? more().schemes.changesLater : more().schemes.noChanges}
          </p>
        }
      >
        <ul>
          <For each={props.changes}>{(change) => <li class={css.change}>{change.text}</li>}</For>
        </ul>
      </Show>
    </section>
  );
}

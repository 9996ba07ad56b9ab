import { createEffect, type JSX } from 'solid-js';
import type { Waiting } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Keyed } from '../../parts/keyed.tsx';
import css from './queue-list.module.css';

/** What waits, the oldest first; the one looked at is marked and kept in sight. */
export function QueueList(props: {
  rows: readonly Waiting[];
  place: number;
  onGo: (place: number) => void;
}): JSX.Element {
  let list: HTMLOListElement | undefined;
  createEffect(() => {
    list?.children[props.place]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  return (
    <nav class={css.queue} aria-label={t().verify.queue}>
      <ol ref={list} class={css.list}>
        <Keyed each={props.rows} by={({ assignment }) => assignment.id}>
          {(waiting, index) => (
            <li>
              <button
                type="button"
                class={css.row}
                aria-current={props.place === index() ? 'true' : undefined}
                onClick={() => props.onGo(index())}
              >
                <span class={css.unit}>{waiting().assignment.unit.name}</span>
                <span class={css.code}>{waiting().assignment.code}</span>
                <span class={css.when}>{t().date.time(waiting().submission.at)}</span>
              </button>
            </li>
          )}
        </Keyed>
      </ol>
    </nav>
  );
}

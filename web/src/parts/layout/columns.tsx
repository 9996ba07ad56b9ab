import type { JSX } from 'solid-js';
import css from './columns.module.css';

/** What a page is about, and at its side what may be done with it: on a phone above it, on paper not at all. */
export function Columns(props: { side: JSX.Element; children: JSX.Element }): JSX.Element {
  return (
    <div class={css.columns}>
      <div class={css.main}>{props.children}</div>
      <aside class={css.side} data-screen-only>
        {props.side}
      </aside>
    </div>
  );
}

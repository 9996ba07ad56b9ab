import type { JSX } from 'solid-js';
import css from './buttons.module.css';

/** What ends a form: its buttons side by side, as many as fit. */
export function Buttons(props: { children: JSX.Element }): JSX.Element {
  return <div class={css.buttons}>{props.children}</div>;
}

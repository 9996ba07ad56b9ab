import type { JSX } from 'solid-js';
import css from './panel.module.css';

/** One thing to do, with its title, in a frame of its own. */
export function Panel(props: { title: string; children: JSX.Element }): JSX.Element {
  return (
    <section class={css.panel}>
      <h2 class={css.title}>{props.title}</h2>
      {props.children}
    </section>
  );
}

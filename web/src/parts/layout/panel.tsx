import type { JSX } from 'solid-js';
import css from './panel.module.css';

/** One thing to do, with its title, in a frame of its own; it stands in `Panels`. */
export function Panel(props: { title: string; children: JSX.Element }): JSX.Element {
  return (
    <section class={css.panel}>
      <h2 class={css.title}>{props.title}</h2>
      {props.children}
    </section>
  );
}

/** The things to do, one below the other. */
export function Panels(props: { children: JSX.Element }): JSX.Element {
  return <div class={css.panels}>{props.children}</div>;
}

/** In the place of panels, for who has nothing to do: why. */
export function Idle(props: { children: JSX.Element }): JSX.Element {
  return <p class={css.idle}>{props.children}</p>;
}

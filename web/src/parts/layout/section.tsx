import type { JSX } from 'solid-js';
import css from './section.module.css';

/** A part of a page under its own heading, by which it is called in the outline too. */
export function Section(props: { name: string; title: string; children: JSX.Element }): JSX.Element {
  return (
    <section aria-labelledby={props.name}>
      <h2 id={props.name} class={css.title}>
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}

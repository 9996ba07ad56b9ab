import type { JSX } from 'solid-js';
import { reachable } from '../parts/reachable.ts';
import css from './table-behind.module.css';

/** The figures behind a picture, for those who read rather than look; closed until asked for. */
export function TableBehind(props: { title: string; children: JSX.Element }): JSX.Element {
  return (
    <details>
      <summary class={css.title}>{props.title}</summary>
      <section ref={reachable} class={css.scroll} aria-label={props.title}>
        <table class={css.table}>{props.children}</table>
      </section>
    </details>
  );
}

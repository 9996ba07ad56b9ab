import { type JSX, Show } from 'solid-js';
import css from './empty.module.css';

interface EmptyProps {
  title: string;
  /** What to do about it. */
  hint?: string | undefined;
  children?: JSX.Element;
}

/** Nothing to show, and why: each page says which kind of nothing it is, and what to do. */
export function Empty(props: EmptyProps): JSX.Element {
  return (
    <div class={css.empty}>
      <p class={css.title}>{props.title}</p>
      <Show when={props.hint}>
        <p class={css.hint}>{props.hint}</p>
      </Show>
      {props.children}
    </div>
  );
}

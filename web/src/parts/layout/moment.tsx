import { type JSX, Show } from 'solid-js';
import css from './moment.module.css';

interface MomentProps {
  /** What happened, and who did it how and when. */
  what: string;
  by: string;
  /** Whether it is one of those that the rest leads up to. */
  strong?: boolean;
  /** The word for it where it no longer counts. */
  undone?: string | undefined;
  children: JSX.Element;
}

/** One thing that happened, with what was said; it stands in `Moments`. */
export function Moment(props: MomentProps): JSX.Element {
  return (
    <li
      class={css.moment}
      data-strong={props.strong ? '' : undefined}
      data-undone={props.undone === undefined ? undefined : ''}
    >
      <p class={css.head}>
        <b>{props.what}</b>
        <Show when={props.undone}>
          <span class={css.by}>{props.undone}</span>
        </Show>
        <span class={css.by}>{props.by}</span>
      </p>
      {props.children}
    </li>
  );
}

/** Things that happened one after another, on a line that joins them. */
export function Moments(props: { children: JSX.Element }): JSX.Element {
  return <ol class={css.moments}>{props.children}</ol>;
}

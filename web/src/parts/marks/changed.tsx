import { createEffect, createMemo, createSignal, type JSX, on, onCleanup } from 'solid-js';
import css from './changed.module.css';

const SHOWN_MS = 2400;

interface ChangedProps {
  /** What is watched: when it differs from before, the figure is highlighted for a moment. */
  value: unknown;
  children: JSX.Element;
}

/** A figure that quietly shows when it has changed (design: interface.md, live). */
export function Changed(props: ChangedProps): JSX.Element {
  const [fresh, setFresh] = createSignal(false);
  // Fresh data with the same value are no change.
  const value = createMemo(() => props.value);
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on(
      value,
      () => {
        clearTimeout(timer);
        setFresh(true);
        timer = setTimeout(() => setFresh(false), SHOWN_MS);
      },
      { defer: true },
    ),
  );
  onCleanup(() => clearTimeout(timer));
  return (
    <span class={css.figure} data-changed={fresh() ? '' : undefined}>
      {props.children}
    </span>
  );
}

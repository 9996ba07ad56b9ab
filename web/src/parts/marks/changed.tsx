import { createEffect, type JSX, onCleanup } from 'solid-js';
import css from './changed.module.css';

const SHOWN_MS = 2400;
/** Stands for what was before a figure was first shown. */
const NEW = Symbol();

interface ChangedProps {
  /** What is watched: when it differs from before, the figure is highlighted for a moment. */
  value: unknown;
  children: JSX.Element;
}

/** A figure that quietly shows when it has changed (design: interface.md, live). A page has hundreds: it costs one effect. */
export function Changed(props: ChangedProps): JSX.Element {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const figure = (<span class={css.figure}>{props.children}</span>) as HTMLElement;
  const quiet = (): void => figure.removeAttribute('data-changed');
  createEffect<unknown>((before) => {
    const { value } = props;
    // Fresh data with the same value are no change.
    if (before === NEW || value === before) return value;
    clearTimeout(timer);
    figure.setAttribute('data-changed', '');
    timer = setTimeout(quiet, SHOWN_MS);
    return value;
  }, NEW);
  onCleanup(() => {
    if (timer !== undefined) clearTimeout(timer);
  });
  return figure;
}

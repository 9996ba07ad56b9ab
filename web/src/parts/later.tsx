import { createSignal, type JSX, onCleanup, Show } from 'solid-js';

/**
 * What lies below the first view: made once the first view was painted, so that its figures are readable sooner
 * (design: performance.md). `data-loading` tells tests to wait.
 */
export function Later(props: { children: JSX.Element }): JSX.Element {
  const [due, setDue] = createSignal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  // The frame comes before the paint; a task begun in it runs after.
  const frame = requestAnimationFrame(() => {
    timer = setTimeout(() => setDue(true));
  });
  onCleanup(() => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  });
  return (
    <Show when={due()} fallback={<div data-loading="" hidden />}>
      {props.children}
    </Show>
  );
}

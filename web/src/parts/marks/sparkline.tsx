import { createMemo, type JSX, Show } from 'solid-js';
import { sparkPath, sparkPoints } from './spark.ts';
import css from './sparkline.module.css';

const WIDTH = 72;
const HEIGHT = 24;

/** The scores of the last while as a small line, its end marked. What it shows stands in figures beside it. */
export function Sparkline(props: { values: readonly (number | null)[] }): JSX.Element {
  const points = createMemo(() => sparkPoints(props.values, WIDTH, HEIGHT));
  const last = () => points()[points().length - 1] ?? null;
  return (
    <svg class={css.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <path class={css.line} d={sparkPath(points())} />
      <Show when={last()}>{(end) => <circle class={css.end} cx={end().x} cy={end().y} r="2" />}</Show>
    </svg>
  );
}

/** The line of a sparkline (走势小图), as an SVG path. */

/** A point where a value is known; `null` values leave a gap. */
interface Point {
  x: number;
  y: number;
}

/** The largest and smallest of the known values, kept apart so that a level line lies in the middle. */
function boundsOf(values: readonly (number | null)[]): { low: number; high: number } {
  const known = values.filter((value): value is number => value !== null);
  const low = Math.min(...known);
  const high = Math.max(...known);
  return high - low < 1 ? { low: low - 0.5, high: high + 0.5 } : { low, high };
}

/** Where each value lies in a box of `width` by `height`, 2 units inside its edge; null for a gap. */
export function sparkPoints(
  values: readonly (number | null)[],
  width: number,
  height: number,
): (Point | null)[] {
  const { low, high } = boundsOf(values);
  const step = values.length > 1 ? (width - 4) / (values.length - 1) : 0;
  const round = (n: number): number => Math.round(n * 10) / 10;
  return values.map((value, i) =>
    value === null
      ? null
      : { x: round(2 + i * step), y: round(2 + ((high - value) / (high - low)) * (height - 4)) },
  );
}

/** The path through the points; it starts anew after a gap. Empty where nothing is known. */
export function sparkPath(points: readonly (Point | null)[]): string {
  return points
    .map((point, i) => {
      if (point === null) return '';
      const starts = i === 0 || points[i - 1] === null;
      return `${starts ? 'M' : 'L'}${point.x} ${point.y}`;
    })
    .join('');
}

/**
 * Decimal outlines (1 · 1.1 · 1.1.1): their numbers are headings where two of them follow each other. Where nothing
 * else numbers the chapters, the whole numbers do; otherwise the outline stands inside the chapters.
 */
import { KIND, type Kind, type Marker } from './marker.ts';

type Decimal = Marker & { path: string };

const OUTER: readonly Kind[] = [KIND.chapter, KIND.part, KIND.point, KIND.subpoint];
const INNER: readonly Kind[] = [KIND.point, KIND.subpoint, KIND.circled, KIND.circled];

const isStrong = ({ boundary }: Marker): boolean => boundary === 'line' || boundary === 'stop';

/** Whether somewhere 2.1 is followed by 2.2: a decimal alone is a figure. */
function isOutline(decimals: readonly Decimal[]): boolean {
  const strong = new Set(decimals.filter(isStrong).map(({ path }) => path));
  return [...strong].some((path) => strong.has(path.replace(/\d+$/u, (last) => String(Number(last) + 1))));
}

/** A heading is not longer. */
const NEAR = 60;

/** Where the first of a list stands just behind the heading above it: 2.1 behind 2, 2.1.1 behind 2.1. */
function behindParent(decimals: readonly Decimal[], parents: readonly Marker[]): ReadonlySet<number> {
  const places = new Map<string, number>();
  const found = new Set<number>();
  const all = [...parents, ...decimals].sort((a, b) => a.from - b.from);
  for (const { path = '', n, from, to } of all) {
    const parent = places.get(path.replace(/\.\d+$/u, ''));
    if (n === 1 && parent !== undefined && from - parent <= NEAR) found.add(from);
    places.set(path, to);
  }
  return found;
}

/** The whole numbers that number chapters: 2 before 2.1, and others that are written like it. */
function chaptersOf(markers: readonly Marker[], decimals: readonly Decimal[]): Set<Marker> {
  const first = new Map(decimals.filter(({ n }) => n === 1).map((each) => [each.path, each.from]));
  const points = markers.filter(({ kind }) => kind === KIND.point);
  const opening = points.filter(({ n, to }) => {
    const at = first.get(`${n}.1`);
    return at !== undefined && at > to && at - to <= NEAR;
  });
  const bare = opening.every((marker) => marker.bare);
  const alike = points.filter((marker) => marker.boundary === 'line' && marker.bare === bare);
  return new Set(opening.length === 0 ? [] : [...opening, ...alike]);
}

/** The markers of a text, with those of its decimal outline if it has one. */
export function asOutline(markers: readonly Marker[], decimals: readonly Decimal[]): Marker[] {
  if (!isOutline(decimals)) return [...markers];
  const numbered = markers.some(
    (marker) => (marker.kind === KIND.chapter || marker.kind === KIND.part) && marker.boundary === 'line',
  );
  const kinds = numbered ? INNER : OUTER;
  const chapters = numbered ? new Set<Marker>() : chaptersOf(markers, decimals);
  const whole = markers.map((marker): Marker => {
    if (chapters.has(marker))
      return { ...marker, kind: KIND.chapter, bare: false, boundary: 'line', path: String(marker.n) };
    return !numbered && marker.kind === KIND.point ? { ...marker, kind: KIND.subpoint } : marker;
  });
  const first = behindParent(
    decimals,
    whole.filter(({ path }) => path !== undefined),
  );
  const outlined = decimals.map((marker) => ({
    ...marker,
    boundary: first.has(marker.from) ? ('line' as const) : marker.boundary,
    kind: kinds[marker.path.split('.').length - 1] ?? KIND.circled,
  }));
  return [...whole, ...outlined];
}

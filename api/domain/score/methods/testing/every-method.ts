/** Every method with random figures, and its points reckoned by hand in whole hundredths (验算). */
import fc from 'fast-check';
import type { Value } from '../../data.ts';
import type { Method } from '../../scheme.ts';
import { halfUp } from './hand.ts';

type Reached = Pick<Value, 'value' | 'marks'>;

/** A method, what each unit of a group reached, and the points of each, worked out in hundredths. */
export interface Case {
  method: Method;
  weight: number;
  reached: readonly Reached[];
  points: readonly number[];
  /** The most that the method gives or takes, in hundredths. */
  most: number;
  /** Is what one unit reached at least as good as what another did? */
  atLeastAsGood: (one: number, other: number) => boolean;
}

const WEIGHT = fc.integer({ min: 0, max: 100 });
/** Values and thresholds in hundredths, so that the reckoning by hand stays in whole numbers. */
const HUNDREDTHS = fc.integer({ min: -300, max: 1500 });
const CAP = fc.option(fc.integer({ min: 0, max: 2000 }), { nil: undefined });
const DIRECTION = fc.constantFrom('higher' as const, 'lower' as const);
const some = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(each, { minLength: 1, maxLength: 7 });
const COUNTS = some(fc.integer({ min: 0, max: 40 }));
const EACH = fc.integer({ min: 0, max: 700 });
const BIG = Number.MAX_SAFE_INTEGER;

type Way = 'higher' | 'lower';
const isBeyond = (way: Way, value: number, mark: number): boolean =>
  way === 'higher' ? value >= mark : value <= mark;
/** How far a value lies on the bad side of a mark. */
const short = (way: Way, value: number, mark: number): number =>
  Math.max(0, way === 'higher' ? mark - value : value - mark);

/** A case over numbers in hundredths. */
const ofNumbers = (
  given: { method: Method; weight: number; values: readonly number[]; way: Way; most: number },
  byHand: (value: number) => number,
): Case => ({
  ...given,
  reached: given.values.map((value) => ({ value: value / 100 })),
  points: given.values.map(byHand),
  atLeastAsGood: (a, b) => isBeyond(given.way, given.values[a] ?? 0, given.values[b] ?? 0),
});

/** A case over counts, of which few or many are good. */
const ofCounts = (
  given: { method: Method; weight: number; counts: readonly number[]; way: Way; most: number },
  byHand: (count: number) => number,
): Case => ({
  ...given,
  reached: given.counts.map((value) => ({ value })),
  points: given.counts.map(byHand),
  atLeastAsGood: (a, b) => isBeyond(given.way, given.counts[a] ?? 0, given.counts[b] ?? 0),
});

const hundredth = (value: number | undefined, key: string) =>
  value === undefined ? {} : { [key]: value / 100 };

const steps = fc.record({
  from: HUNDREDTHS,
  per: fc.integer({ min: 1, max: 300 }),
  each: EACH,
  whole: fc.boolean(),
  better: DIRECTION,
});
type Given = typeof steps extends fc.Arbitrary<infer S> ? S : never;
const stepsOf = ({ from, per, each, whole, better }: Given) => ({
  from: from / 100,
  per: per / 100,
  each: each / 100,
  whole,
  better,
});
/** What so far a distance costs, in hundredths over `per`, and no more than a cap. */
const priced = ({ per, each, whole }: Given, distance: number, cap: number): number =>
  Math.min(whole ? each * Math.floor(distance / per) * per : each * distance, cap * per);

/** Thresholds of bands with falling worth, and the worth of a value in hundredths of a point. */
const bands = fc
  .tuple(
    DIRECTION,
    fc.uniqueArray(HUNDREDTHS, { minLength: 1, maxLength: 5 }),
    fc.uniqueArray(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 }),
    fc.boolean(),
    WEIGHT,
  )
  .map(([way, thresholds, shares, inPoints, weight]) => {
    const hardest = thresholds.toSorted((a, b) => (way === 'higher' ? b - a : a - b));
    const falling = shares.toSorted((a, b) => b - a);
    const list = hardest.map((at, i) => ({ at, cents: weight * (falling[i] ?? 0) }));
    const written = list.map(({ at, cents }, i) => ({
      ...(way === 'higher' ? { atLeast: at / 100 } : { atMost: at / 100 }),
      ...(inPoints ? { points: cents / 100 } : { share: (falling[i] ?? 0) / 100 }),
    }));
    const worth = (value: number): number => list.find(({ at }) => isBeyond(way, value, at))?.cents ?? 0;
    return { way, weight, method: { type: 'bands' as const, bands: written }, worth };
  });

/** Twice the place of a value: the mean of those that its ties share. */
function twicePlace(values: readonly number[], value: number, way: Way): number {
  const ahead = values.filter((other) => other !== value && isBeyond(way, other, value)).length;
  return 2 * ahead + values.filter((other) => other === value).length + 1;
}

/** Every method, with what it should give. */
export const CASES: Readonly<Record<Method['type'], fc.Arbitrary<Case>>> = {
  linear: fc
    .tuple(HUNDREDTHS, HUNDREDTHS, fc.option(HUNDREDTHS, { nil: undefined }), WEIGHT, some(HUNDREDTHS))
    .filter(([floor, target]) => floor !== target)
    .map(([floor, target, cutoff, weight, values]) => {
      const way = target > floor ? 'higher' : 'lower';
      const all = Math.abs(target - floor);
      const given = { floor: floor / 100, target: target / 100, ...hundredth(cutoff, 'cutoff') };
      return ofNumbers(
        { method: { type: 'linear', ...given }, weight, values, way, most: 100 * weight },
        (value) =>
          cutoff !== undefined && !isBeyond(way, value, cutoff)
            ? 0
            : halfUp(100 * weight * Math.min(all, short(way, floor, value)), all),
      );
    }),
  bands: fc
    .tuple(bands, some(HUNDREDTHS))
    .map(([{ way, weight, method, worth }, values]) =>
      ofNumbers({ method, weight, values, way, most: 100 * weight }, worth),
    ),
  curve: fc
    .tuple(
      fc.uniqueArray(HUNDREDTHS, { minLength: 2, maxLength: 5 }),
      some(fc.integer({ min: 0, max: 100 })),
      WEIGHT,
      some(HUNDREDTHS),
    )
    .map(([xs, shares, weight, values]) => {
      const rising = shares.toSorted((a, b) => a - b);
      const points = xs
        .toSorted((a, b) => a - b)
        .map((x, i) => [x, rising[Math.min(i, rising.length - 1)] ?? 0] as const);
      const method: Method = { type: 'curve', points: points.map(([x, share]) => [x / 100, share / 100]) };
      return ofNumbers({ method, weight, values, way: 'higher', most: 100 * weight }, (value) => {
        const [x1, s1] = points.find(([x]) => x >= value) ?? points.at(-1) ?? [0, 0];
        const [x0, s0] = points.findLast(([x]) => x < value) ?? [x1, s1];
        if (x0 >= x1) return weight * s1;
        return halfUp(weight * (s0 * (x1 - x0) + (s1 - s0) * (value - x0)), x1 - x0);
      });
    }),
  shortfall: fc
    .tuple(steps, CAP, fc.option(HUNDREDTHS, { nil: undefined }), WEIGHT, some(HUNDREDTHS))
    .map(([given, cap, cutoff, weight, values]) => {
      const limits = { ...hundredth(cap, 'cap'), ...hundredth(cutoff, 'cutoff') };
      const method: Method = { type: 'shortfall', ...stepsOf(given), ...limits };
      const way = given.better;
      return ofNumbers({ method, weight, values, way, most: 100 * weight }, (value) => {
        if (cutoff !== undefined && !isBeyond(way, value, cutoff)) return 0;
        const taken = priced(given, short(way, value, given.from), cap ?? BIG / 300);
        return halfUp(Math.max(0, 100 * weight * given.per - taken), given.per);
      });
    }),
  rank: fc
    .tuple(
      DIRECTION,
      WEIGHT,
      some(fc.integer({ min: 0, max: 6 })),
      fc.constantFrom('evenly', 'each', 'bands'),
      fc.integer({ min: 0, max: 900 }),
    )
    .map(([better, weight, values, how, each]) => {
      const n = values.length;
      const given = { type: 'rank' as const, better };
      const thirds = [
        { atMost: 1, share: 1 },
        { atMost: 3, share: 0.5 },
      ];
      const methods: Record<string, Method> = {
        evenly: given,
        each: { ...given, each: each / 100 },
        bands: { ...given, bands: thirds },
      };
      return ofNumbers(
        {
          method: methods[how] ?? given,
          weight,
          values: values.map((v) => 100 * v),
          way: better,
          most: 100 * weight,
        },
        (value) => {
          const twice = twicePlace(values, value / 100, better);
          if (how === 'each') return halfUp(Math.max(0, 200 * weight - each * (twice - 2)), 2);
          if (how === 'bands') return twice <= 2 ? 100 * weight : twice <= 6 ? 50 * weight : 0;
          return n === 1 ? 100 * weight : halfUp(100 * weight * (2 * n - twice), 2 * (n - 1));
        },
      );
    }),
  met: fc.tuple(WEIGHT, some(fc.boolean())).map(([weight, values]) => ({
    method: { type: 'met' },
    weight,
    reached: values.map((value) => ({ value })),
    points: values.map((value) => (value ? 100 * weight : 0)),
    most: 100 * weight,
    atLeastAsGood: (a, b) => values[a] === true || values[b] === false,
  })),
  deduct: fc.tuple(EACH, CAP, WEIGHT, COUNTS).map(([each, cap, weight, counts]) =>
    ofCounts(
      {
        method: { type: 'deduct', each: each / 100, ...hundredth(cap, 'cap') },
        weight,
        counts,
        way: 'lower',
        most: 100 * weight,
      },
      (count) => Math.max(0, 100 * weight - Math.min(each * count, cap ?? BIG)),
    ),
  ),
  judged: fc
    .tuple(WEIGHT, fc.boolean(), fc.integer({ min: 1, max: 9 }), fc.constantFrom(10, 100))
    .chain(([weight, trim, markers, outOf]) =>
      some(fc.array(fc.integer({ min: 0, max: outOf }), { minLength: markers, maxLength: markers })).map(
        (lists): Case => {
          const sorted = lists.map((marks) => marks.toSorted((a, b) => a - b));
          return {
            method: { type: 'judged', outOf, trim },
            weight,
            reached: lists.map((marks) => ({ marks })),
            points: sorted.map((marks) => {
              const counting = trim && markers >= 5 ? marks.slice(1, -1) : marks;
              const sum = counting.reduce((a, b) => a + b, 0);
              return halfUp(100 * weight * sum, counting.length * outOf);
            }),
            most: 100 * weight,
            // Where each mark, from the lowest up, is at least the other's.
            atLeastAsGood: (a, b) => sorted[a]?.every((mark, i) => mark >= (sorted[b]?.[i] ?? 0)) ?? false,
          };
        },
      ),
    ),
  bonus: fc.tuple(EACH, fc.integer({ min: 0, max: 2000 }), COUNTS).map(([each, cap, counts]) =>
    ofCounts(
      {
        method: { type: 'bonus', each: each / 100, cap: cap / 100 },
        weight: 0,
        counts,
        way: 'higher',
        most: cap,
      },
      (count) => Math.min(each * count, cap),
    ),
  ),
  surplus: fc
    .tuple(steps, fc.integer({ min: 0, max: 2000 }), some(HUNDREDTHS))
    .map(([given, cap, values]) => {
      const method: Method = { type: 'surplus', ...stepsOf(given), cap: cap / 100 };
      const way = given.better;
      return ofNumbers({ method, weight: 0, values, way, most: cap }, (value) =>
        halfUp(priced(given, short(way, given.from, value), cap), given.per),
      );
    }),
  penalty: fc.tuple(EACH, CAP, COUNTS).map(([each, cap, counts]) =>
    ofCounts(
      {
        method: { type: 'penalty', each: each / 100, ...hundredth(cap, 'cap') },
        weight: 0,
        counts,
        way: 'lower',
        most: cap ?? BIG,
      },
      (count) => Math.min(each * count, cap ?? BIG),
    ),
  ),
  veto: some(fc.boolean()).map((values) => ({
    method: { type: 'veto' },
    weight: 0,
    reached: values.map((value) => ({ value })),
    points: values.map(() => 0),
    most: 0,
    atLeastAsGood: (a, b) => values[a] === false || values[b] === true,
  })),
};

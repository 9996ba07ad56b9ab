/** Reads bands (档): one way of writing them in a list, and shares that fall as the thresholds get easier. */
import type { Band } from '../scheme.ts';
import { allOf, type Field } from './field.ts';

const THRESHOLDS = ['atLeast', 'atMost'] as const;
type Threshold = (typeof THRESHOLDS)[number];
const WORTHS = ['share', 'points'] as const;
type Worth = (typeof WORTHS)[number];

interface ReadBand {
  readonly field: Field;
  readonly threshold: number;
  readonly worth: number;
  readonly band: Band;
}

/**
 * The bands of a list, in its order. `weight`: the most that a band may be worth in points (undefined: unknown).
 * `allowed`: how their thresholds may be written.
 */
export function readBands(
  list: Field,
  weight: number | undefined,
  allowed: readonly Threshold[] = THRESHOLDS,
): readonly Band[] | undefined {
  const fields = list.items();
  if (fields === undefined) return undefined;
  if (fields.length === 0) return list.fault('至少要有一档');
  const threshold = sameWord(fields, allowed);
  const worth = sameWord(fields, WORTHS);
  if (threshold === undefined || worth === undefined) return undefined;
  const bands = allOf(fields.map((field) => readBand(field, threshold, worth, weight)));
  if (bands === undefined) return undefined;
  checkOrder(bands, threshold);
  return bands.map(({ band }) => band);
}

/** The one of several words that every field of a list uses. */
function sameWord<Word extends string>(fields: readonly Field[], words: readonly Word[]): Word | undefined {
  const used = fields.map((field) => onlyWord(field, words));
  const first = used.find((word) => word !== undefined);
  const odd = fields.filter((_, i) => used[i] !== undefined && used[i] !== first);
  for (const field of odd) field.fault(`各档应写法一致，不能混用 ${words.join('、')}`);
  return odd.length > 0 || used.includes(undefined) ? undefined : first;
}

/** The only one of several words that a field has. */
function onlyWord<Word extends string>(field: Field, words: readonly Word[]): Word | undefined {
  if (!field.isRecord()) return undefined;
  const [word, another] = words.filter((each) => !field.at(each).absent);
  return word !== undefined && another === undefined
    ? word
    : field.fault(words.length > 1 ? `应有且只有 ${words.join('、')} 之一` : `缺少 ${words.join()}`);
}

function readBand(field: Field, by: Threshold, of: Worth, weight: number | undefined): ReadBand | undefined {
  const threshold = field.at(by).number();
  const most = of === 'share' ? 1 : weight;
  const worth = field.at(of).number({ least: 0, ...(most === undefined ? {} : { most }) });
  if (threshold === undefined || worth === undefined) return undefined;
  const level = by === 'atLeast' ? { atLeast: threshold } : { atMost: threshold };
  return {
    field,
    threshold,
    worth,
    band: { ...level, ...(of === 'share' ? { share: worth } : { points: worth }) },
  };
}

/** From the hardest threshold to the easiest, each band must be worth less than the one before. */
function checkOrder(bands: readonly ReadBand[], by: Threshold): void {
  const hardestFirst = bands.toSorted((a, b) =>
    by === 'atLeast' ? b.threshold - a.threshold : a.threshold - b.threshold,
  );
  hardestFirst.forEach((band, i) => {
    const harder = hardestFirst[i - 1];
    if (harder === undefined) return;
    if (band.threshold === harder.threshold) band.field.at(by).fault(`门槛 ${band.threshold} 重复`);
    else if (band.worth >= harder.worth) {
      band.field.fault(
        `门槛 ${band.threshold} 比 ${harder.threshold} 容易，得分（${band.worth}）应低于后者（${harder.worth}）`,
      );
    }
  });
}

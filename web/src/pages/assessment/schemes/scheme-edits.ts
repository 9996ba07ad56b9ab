/** Changes to a draft, as pure functions: each gives the scheme with one thing different. */
import { exactly, sum, toNumber } from '../../../../../api/domain/score/exact.ts';
import { fits, isMeasure } from '../../../../../api/domain/score/measures.ts';
import { type Indicator, type Method, roleOf, type Scheme } from '../../../../../api/domain/score/scheme.ts';

/** A method of each type to begin with, sensible for a share of one. */
export const FRESH: { readonly [Type in Method['type']]: Extract<Method, { type: Type }> } = {
  linear: { type: 'linear', floor: 0, target: 1 },
  bands: {
    type: 'bands',
    bands: [
      { atLeast: 1, share: 1 },
      { atLeast: 0.9, share: 0.8 },
      { atLeast: 0.8, share: 0.5 },
    ],
  },
  curve: {
    type: 'curve',
    points: [
      [0.5, 0],
      [0.8, 0.6],
      [1, 1],
    ],
  },
  shortfall: { type: 'shortfall', from: 1, per: 0.01, each: 0.25, whole: false, better: 'higher' },
  rank: { type: 'rank', better: 'higher' },
  met: { type: 'met' },
  deduct: { type: 'deduct', each: 1 },
  judged: { type: 'judged', outOf: 100, trim: true },
  bonus: { type: 'bonus', each: 1, cap: 3 },
  surplus: { type: 'surplus', from: 1, per: 0.01, each: 0.2, whole: false, better: 'higher', cap: 2 },
  penalty: { type: 'penalty', each: 1 },
  veto: { type: 'veto' },
};

export const METHOD_TYPES = Object.keys(FRESH) as readonly Method['type'][];

/** The weights of a group's indicators together. */
export const weightsOf = ({ indicators }: Scheme, group: string): number =>
  toNumber(
    sum(
      indicators
        .filter((indicator) => indicator.group === group && Number.isFinite(indicator.weight))
        .map(({ weight }) => exactly(weight)),
    ),
  );

/** The scheme with the indicator at a place changed. */
export const changeIndicator = (scheme: Scheme, at: number, fields: Partial<Indicator>): Scheme => ({
  ...scheme,
  indicators: scheme.indicators.map((indicator, i) => (i === at ? { ...indicator, ...fields } : indicator)),
});

/** The scheme without one of its indicators. */
export const removeIndicator = (scheme: Scheme, at: number): Scheme => ({
  ...scheme,
  indicators: scheme.indicators.filter((_, i) => i !== at),
});

/** The indicator with another kind of method; what comes on top of the 100 has no weight. */
export function changeMethod(indicator: Indicator, type: Method['type']): Partial<Indicator> {
  const method = FRESH[type];
  const measure = indicator.measure ?? 'reported';
  const keeps = isMeasure(measure) && fits(measure, method);
  return {
    method,
    weight: roleOf(method) === 'weighted' ? indicator.weight : 0,
    ...(!keeps && { measure: type === 'judged' ? 'judged' : 'reported' }),
  };
}

/** The first code of a group that is not taken: `V13`. */
function freeCode({ indicators }: Scheme, group: string): string {
  const letter = indicators.find((indicator) => indicator.group === group)?.code.match(/^\D+/)?.[0] ?? 'X';
  const taken = new Set(indicators.map(({ code }) => code));
  let n = 1;
  while (taken.has(`${letter}${n}`)) n++;
  return `${letter}${n}`;
}

/** The scheme with one more indicator in a group, of what weight is still missing. */
export function addIndicator(scheme: Scheme, group: string, name: string): Scheme {
  const weight = Math.max(0, Math.round((100 - weightsOf(scheme, group)) * 100) / 100);
  const fresh: Indicator = {
    code: freeCode(scheme, group),
    name,
    group,
    weight,
    method: FRESH.met,
    measure: 'reported',
    reportBy: '12-10',
  };
  return { ...scheme, indicators: [...scheme.indicators, fresh] };
}

/** A method with one of its fields different; undefined takes an optional one away. */
export const changeField = <M extends Method>(
  method: M,
  key: string,
  value: number | boolean | string | undefined,
): M => ({ ...method, [key]: value });

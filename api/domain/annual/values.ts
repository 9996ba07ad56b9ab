/** From what was found, reported, marked and overridden to the values that the engine scores (取值). */
import type { UnitId, ValueSource } from '../../../db/vocabulary.ts';
import type { Reached } from '../score/assemble.ts';
import type { Value } from '../score/data.ts';
import { type Indicator, roleOf, valueKindOf } from '../score/scheme.ts';

/** What a person enters for a line: a figure, a yes or no, or that there is nothing to measure. */
export type Entered = { readonly value: number | boolean } | { readonly notApplicable: true };

/** Where the value of an indicator comes from. */
export function sourceOf(
  { measure, method }: Pick<Indicator, 'measure' | 'method'>,
  isCollected: (measure: string) => boolean,
): ValueSource {
  if (method.type === 'judged') return 'judged';
  return measure !== undefined && isCollected(measure) ? 'collected' : 'reported';
}

/**
 * Whether the unit itself enters the value: what is reported, but for what speaks against the unit (倒扣, 一票否决),
 * which the committee records.
 */
export function isEnteredByUnit(indicator: Indicator, source: ValueSource): boolean {
  const role = roleOf(indicator.method);
  return source === 'reported' && (role === 'weighted' || role === 'bonus');
}

/** A unit may leave out what only adds: a bonus that it does not claim is 0. */
export const mustBeEntered = (indicator: Indicator, source: ValueSource): boolean =>
  isEnteredByUnit(indicator, source) && roleOf(indicator.method) === 'weighted';

/** What is wrong with a value entered for an indicator, in words; null where it is right. */
export function faultOf({ method }: Indicator, entered: Entered): string | null {
  if ('notApplicable' in entered) return null;
  const { value } = entered;
  if (valueKindOf(method) === 'boolean') return typeof value === 'boolean' ? null : '请选是或否';
  if (typeof value !== 'number' || !Number.isFinite(value)) return '请填数字';
  if (valueKindOf(method) === 'count' && (value < 0 || !Number.isInteger(value))) {
    return '请填不小于0的整数';
  }
  if (method.type === 'judged' && (value < 0 || value > method.outOf)) {
    return `评分在0到${method.outOf}之间`;
  }
  return null;
}

/** What an entered value is to the engine: of a judged line, one mark. */
export function reachedOf({ method }: Indicator, entered: Entered): Reached {
  if ('notApplicable' in entered) return { notApplicable: true };
  const { value } = entered;
  return method.type === 'judged' && typeof value === 'number' ? { marks: [value] } : { value };
}

/** The name of one unit's line, as maps have it. */
export const lineKey = (unit: string | UnitId, indicator: string): string => `${unit}/${indicator}`;

export interface Decided {
  /** Marks that count, by line. */
  marks: ReadonlyMap<string, readonly number[]>;
  /** The override that holds, by line. */
  overrides: ReadonlyMap<string, Reached>;
}

/** The values that are scored: an override goes over the marks, the marks over what was found. */
export function finalValues(
  found: readonly Value[],
  { marks, overrides }: Decided,
  sources: ReadonlyMap<string, ValueSource>,
): Value[] {
  return found.map(({ unit, indicator, ...reached }) => {
    const key = lineKey(unit, indicator);
    const override = overrides.get(key);
    if (override !== undefined) return { unit, indicator, ...override };
    if (sources.get(indicator) !== 'judged') return { unit, indicator, ...reached };
    const given = marks.get(key) ?? [];
    if (given.length > 0) return { unit, indicator, marks: given };
    return { unit, indicator, ...(reached.dueOn !== undefined && { dueOn: reached.dueOn }) };
  });
}

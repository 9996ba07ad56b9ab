/**
 * From what was collected and reported to the values that a scheme asks for: the same for the ranking and for a
 * draft that somebody tries out, so that what is tried is what will be.
 */
import { day } from '../time/day.ts';
import type { Unit, Value } from './data.ts';
import { isMeasure, MEASURES } from './measures.ts';
import type { Indicator } from './scheme.ts';

/** A value without its unit and indicator. */
export type Reached = Pick<Value, 'value' | 'outOf' | 'marks' | 'notApplicable'>;

/** What there is to score from: by measure what the system collected, by indicator what was reported; then by unit. */
export interface Basis {
  readonly collected: Readonly<Record<string, Readonly<Record<string, Reached>>>>;
  readonly reported: Readonly<Record<string, Readonly<Record<string, Reached>>>>;
}

/** The measure of an indicator; one that names none is reported. */
export const measureOf = ({ measure }: Pick<Indicator, 'measure'>): string => measure ?? 'reported';

/** What a unit reached that a measure does not name: nothing that happened, or nothing to be measured. */
const unnamed = (measure: string): Reached =>
  isMeasure(measure) && MEASURES[measure].kind === 'count' ? { value: 0 } : { notApplicable: true };

/**
 * Every unit's value on every indicator of its group. Nothing to measure is `notApplicable`; a reported value that
 * has not come in carries the day by which it must (assessment.md, "Missing values").
 */
export function assembleValues(
  { collected, reported }: Basis,
  { year, indicators }: { year: number; indicators: readonly Indicator[] },
  units: readonly Unit[],
): Value[] {
  const reach = (indicator: Indicator, unit: string): Reached | Pick<Value, 'dueOn'> => {
    const measure = measureOf(indicator);
    const own = collected[measure];
    if (own !== undefined) return own[unit] ?? unnamed(measure);
    const { reportBy } = indicator;
    return (
      reported[indicator.code]?.[unit] ??
      (reportBy === undefined ? {} : { dueOn: day(`${year}-${reportBy}`) })
    );
  };
  return indicators.flatMap((indicator) =>
    units
      .filter((unit) => unit.group === indicator.group)
      .map((unit) => ({ unit: unit.key, indicator: indicator.code, ...reach(indicator, unit.key) })),
  );
}

/** What the units reached, as `DATA.json` writes it (assessment.md, Command), and what a score looks like. */
import type { LineState } from '../../../db/vocabulary.ts';
import type { Day } from '../time/day.ts';
import { type Exact, exactly, over } from './exact.ts';

/** A unit that is assessed (被考核单位). */
export interface Unit {
  readonly key: string;
  readonly name: string;
  /** Key of its ranking group. */
  readonly group: string;
}

/**
 * What one unit reached on one indicator (指标值): a `value`, or `marks`, or that it is `notApplicable`, or
 * none of the three while it has not come in. Where `dueOn` lies after the score's day, it need not have.
 */
export interface Value {
  readonly unit: string;
  readonly indicator: string;
  readonly value?: number | boolean;
  /**
   * The value is `value` of so many (已完成 23 项，应完成 24 项 → 23/24): an exact share, which no JSON number could
   * write where it does not come out even. Only beside a number that a method reads as such.
   */
  readonly outOf?: number;
  readonly marks?: readonly number[];
  readonly notApplicable?: boolean;
  readonly dueOn?: Day;
}

export interface ScoreData {
  readonly units: readonly Unit[];
  readonly values: readonly Value[];
}

/** One line of a score (得分行); numbers have at most 2 decimals. */
export interface Line {
  readonly indicator: string;
  readonly state: LineState;
  readonly weight: number;
  /** Of a bonus: added. Of a penalty: taken off, so not negative either. */
  readonly points: number;
  /** How the points came about, in Chinese, with the figures. */
  readonly why: string;
}

/** The score of one unit (单位得分); a unit without a total has neither rank nor grade. */
export interface UnitResult {
  readonly unit: string;
  readonly group: string;
  readonly total: number | null;
  readonly scaled: number;
  readonly bonus: number;
  readonly penalty: number;
  readonly rank: number | null;
  readonly grade: string | null;
  readonly vetoed: boolean;
  readonly lines: readonly Line[];
}

export interface Score {
  readonly results: readonly UnitResult[];
}

/** The number of a value, exact. Throws where it is none: `readScoreInput` lets no such value through. */
export function numberOf({ value, outOf, unit, indicator }: Value): Exact {
  if (typeof value !== 'number') throw new TypeError(`${unit} ${indicator}: not a number`);
  return outOf === undefined ? exactly(value) : over(exactly(value), exactly(outOf));
}

/** The count of a value. Throws where it is none. */
export function countOf({ value, unit, indicator }: Value): number {
  if (typeof value !== 'number') throw new TypeError(`${unit} ${indicator}: not a count`);
  return value;
}

/** The yes or no of a value. Throws where it is none. */
export function yesOf({ value, unit, indicator }: Value): boolean {
  if (typeof value !== 'boolean') throw new TypeError(`${unit} ${indicator}: not a yes or no`);
  return value;
}

/** The marks of a value, one or more. Throws where it has none. */
export function marksOf({ marks, unit, indicator }: Value): readonly number[] {
  if (marks === undefined || marks.length === 0) throw new TypeError(`${unit} ${indicator}: no marks`);
  return marks;
}

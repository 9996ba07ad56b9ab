/**
 * Rules as assessments in sub-districts state them (常见计分规则), each as an indicator, with values worked out by
 * hand; they stand in the files beside this one. Who meets a new sentence looks there for the nearest one; what no
 * method can say is added to the methods first.
 */
import type { Value } from '../data.ts';
import type { Method } from '../scheme.ts';

/** What one unit reached: a value, `[so many, of so many]`, or marks. */
export type Reached = number | boolean | readonly [value: number, outOf: number] | Pick<Value, 'marks'>;

export interface RuleCase {
  readonly rule: string;
  readonly weight: number;
  readonly method: Method;
  readonly unitOfMeasure?: string;
  /** Of each unit of a group: what it reached, and the points that it gets for it. */
  readonly worked: readonly (readonly [reached: Reached, points: number])[];
}

/** A small scheme and data without fault, for tests that put one in. */
import { readScoreInput } from '../read.ts';

export type Json = Record<string, unknown>;

const GRADES = [
  { name: '优秀', min: 90, maxShare: 0.3 },
  { name: '不合格', min: 0 },
];
export const GROUPS = [
  { key: 'village', name: '村(社)组', grades: GRADES },
  { key: 'department', name: '部门组', grades: GRADES },
];
export const of = (group: string, code: string, weight: number, method: Json): Json => ({
  code,
  name: code,
  group,
  weight,
  method,
});
export const INDICATORS = [
  of('village', 'V1', 60, { type: 'linear', floor: 0, target: 1 }),
  of('village', 'V2', 40, { type: 'judged', outOf: 100, trim: true }),
  of('village', 'V3', 0, { type: 'penalty', each: 2 }),
  of('village', 'V4', 0, { type: 'veto' }),
  of('department', 'D1', 100, { type: 'met' }),
];
export const SCHEME: Json = {
  year: 2026,
  mode: 'final',
  asOf: '2026-12-31',
  groups: GROUPS,
  indicators: INDICATORS,
};
export const UNITS = [
  { key: 'v01', name: '示例一村', group: 'village' },
  { key: 'd01', name: '示例部门', group: 'department' },
];
export const VALUES: Json[] = [
  { unit: 'v01', indicator: 'V1', value: 0.5 },
  { unit: 'v01', indicator: 'V2', marks: [90, 85.5] },
];

export function faultsOf(scheme: unknown, data: unknown): readonly string[] {
  const input = readScoreInput(scheme, data);
  return input.ok ? [] : input.faults;
}
export const inScheme = (change: Json) =>
  faultsOf({ ...SCHEME, ...change }, { units: UNITS, values: VALUES });
export const inValues = (...values: unknown[]) => faultsOf(SCHEME, { units: UNITS, values });
/** Faults of a scheme whose first indicator has another method. */
export const inMethod = (method: unknown) =>
  inScheme({ indicators: INDICATORS.map((one, i) => (i === 0 ? { ...one, method } : one)) });

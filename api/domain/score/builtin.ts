/**
 * The scheme that the product ships with (内置考核方案): villages and departments, 100 points each, over the plan
 * for the protection of minors. `section` is the section of that plan which an indicator holds somebody to.
 */
import { day } from '../time/day.ts';
import { DEPARTMENTS } from './builtin-departments.ts';
import { VILLAGES } from './builtin-villages.ts';
import type { Grade, Scheme } from './scheme.ts';

const YEAR = 2026;

const GRADES: readonly Grade[] = [
  { name: '优秀', min: 90, maxShare: 0.3 },
  { name: '良好', min: 80 },
  { name: '合格', min: 60 },
  { name: '不合格', min: 0 },
];

/** One scheme with both ranking groups, as published for the year; the ranking sets mode and day of its own. */
export const BUILTIN_SCHEME: Scheme = {
  year: YEAR,
  mode: 'final',
  asOf: day(`${YEAR}-12-31`),
  bonusCap: 5,
  groups: [
    { key: 'village', name: '村(社)组', grades: GRADES },
    { key: 'department', name: '部门组', grades: GRADES },
  ],
  indicators: [...VILLAGES, ...DEPARTMENTS],
};

import type { Measure } from './measure.ts';
import { TASK_MEASURES } from './task-measures.ts';

/** Every measure that the system collects, by key. A new one is one file and one word here. */
export const MEASURES: ReadonlyMap<string, Measure> = new Map(
  [...TASK_MEASURES].map((measure) => [measure.key, measure]),
);

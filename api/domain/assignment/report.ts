import type { Measure } from '../../../db/vocabulary.ts';

/** What a unit says of its progress (填报). */
export interface Said {
  /** 0–100; 100 says that it is finished, as `done` does. */
  percent: number | null;
  /** How many were done in the period so far, not since the last report. */
  count: number | null;
  /** 已完成, 办结. */
  done: boolean;
}

/** What is put on record of it. */
export interface Recorded {
  kind: 'reported' | 'submitted';
  percent: number | null;
  count: number | null;
}

/**
 * What a statement becomes on record. It is a submission (报结) when it says so, and when it states all of a counted
 * target: nobody is asked again for what has been said. A count short of its target stands as a percentage too,
 * rounded down.
 */
export function recordOf(said: Said, task: { measure: Measure; target: number | null }): Recorded {
  const { percent, count, done } = said;
  const target = task.measure === 'count' ? task.target : null;
  const share = target === null || count === null ? null : Math.floor((count * 100) / target);
  const finished = done || percent === 100 || (share !== null && share >= 100);
  return finished
    ? { kind: 'submitted', percent: 100, count }
    : { kind: 'reported', percent: percent ?? share, count };
}

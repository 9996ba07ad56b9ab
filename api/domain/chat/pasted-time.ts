/** From when a pasted message may count (补录时限). */
import { dayOf, startOf } from '../time/day.ts';

/** Why a time is not taken as it stands: 还没到 · 太早 */
export type PastedTimeFault = 'future' | 'tooOld';

/** So many days back a message may be entered as said then; what is older counts from a day that the clerk names. */
const MOST_DAYS_BACK = 31;
/** Clocks of phones and servers differ by a little. */
const SKEW_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

/** What is wrong with a time that a copy names, as of now; null where it may count. */
export function pastedTimeFault(at: Date, now: Date): PastedTimeFault | null {
  if (at.getTime() > now.getTime() + SKEW_MS) return 'future';
  return at.getTime() < startOf(dayOf(now)).getTime() - MOST_DAYS_BACK * DAY_MS ? 'tooOld' : null;
}

/**
 * From when a message counts: from when it was said. A copy that names no time of today is read as said at midnight,
 * so that it is the same message when it is pasted again; it counts from now.
 */
export const countsFrom = (at: Date, now: Date): Date =>
  at > now || at.getTime() === startOf(dayOf(now)).getTime() ? now : at;

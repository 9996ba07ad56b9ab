import type { Clock } from '../context.ts';
import { Refusal } from '../errors.ts';

/** How many requests a minute: of one address, of one person reading and writing, of one address unknown. */
export interface Limits {
  address: number;
  reads: number;
  writes: number;
  unknown: number;
}

/** An office sits behind one address; a page asks a few things at once. */
export const LIMITS: Limits = { address: 6000, reads: 1200, writes: 120, unknown: 120 };

const WINDOW_MS = 60_000;

/** Counts by key within the minute; all keys are forgotten when it is over, so that they cannot pile up. */
export function createLimit(perMinute: number, clock: Clock): (key: string) => void {
  let counts = new Map<string, number>();
  let window = 0;
  return (key) => {
    const now = Math.floor(clock().getTime() / WINDOW_MS);
    if (now !== window) {
      window = now;
      counts = new Map();
    }
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > perMinute) throw new Refusal('tooMany', 'tooMany', '操作太频繁，请一分钟后再试');
  };
}

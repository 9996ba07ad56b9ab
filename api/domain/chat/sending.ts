/**
 * When an outgoing message may go (chat.md, "Speaking"): its hour, the room's rate, how it is tried again, and
 * when it is given up. Pure: the pump asks, with the clock's instant in hand.
 */
import type { OutboxCause } from '../../../db/vocabulary.ts';
import { addDays, dayOf, startOf } from '../time/day.ts';

/** How fast a gateway lets us speak to one room or person. */
export interface Pace {
  /** Least time between two messages, where the later one answers somebody. */
  replyGapMs: number;
  /** The same, where nobody is waiting for it. */
  routineGapMs: number;
  perMinute: number;
}

/** WeChat's and WeCom's: one message in 3 seconds, 20 a minute. */
export const CHAT_PACE: Pace = { replyGapMs: 3000, routineGapMs: 3000, perMinute: 20 };
/** The simulator throttles nobody: an answer goes out at once. */
export const SIMULATOR_PACE: Pace = { replyGapMs: 0, routineGapMs: 3000, perMinute: 60 };

export interface Outgoing {
  cause: OutboxCause;
  notBefore: Date;
  expiresAt: Date | null;
}

export type Verdict = { go: 'now' } | { go: 'later'; at: Date } | { go: 'never' };

const MINUTE_MS = 60_000;
const QUIET_FROM_MS = 21.5 * 60 * MINUTE_MS;
const QUIET_UNTIL_MS = 8 * 60 * MINUTE_MS;

/** The end of the quiet hours (21:30–08:00 in China) that an instant falls into; null outside them. */
export function quietUntil(now: Date): Date | null {
  const today = dayOf(now);
  const sinceMidnight = now.getTime() - startOf(today).getTime();
  if (sinceMidnight < QUIET_UNTIL_MS) return new Date(startOf(today).getTime() + QUIET_UNTIL_MS);
  if (sinceMidnight < QUIET_FROM_MS) return null;
  return new Date(startOf(addDays(today, 1)).getTime() + QUIET_UNTIL_MS);
}

/** The first instant at which the target may hear from us again, after those just sent (latest first). */
function afterThose(sent: readonly Date[], gapMs: number, perMinute: number): number {
  const last = sent[0];
  const filling = sent[perMinute - 1];
  return Math.max(
    last === undefined ? 0 : last.getTime() + gapMs,
    filling === undefined ? 0 : filling.getTime() + MINUTE_MS,
  );
}

/**
 * Whether a message goes now, later or never. `sent` are the instants of what the same room or person was last
 * sent, latest first. An answer to somebody who just wrote goes at night too; everything else waits for morning.
 */
export function verdictOn(message: Outgoing, sent: readonly Date[], now: Date, pace: Pace): Verdict {
  if (message.expiresAt !== null && message.expiresAt <= now) return { go: 'never' };
  const answers = message.cause === 'reply';
  const gap = answers ? pace.replyGapMs : pace.routineGapMs;
  const morning = answers ? null : quietUntil(now);
  const earliest = Math.max(
    message.notBefore.getTime(),
    morning?.getTime() ?? 0,
    afterThose(sent, gap, pace.perMinute),
  );
  return earliest <= now.getTime() ? { go: 'now' } : { go: 'later', at: new Date(earliest) };
}

/** After so many tries a message is a dead letter (死信), for an admin to see. */
export const MOST_TRIES = 12;
const LONGEST_PAUSE_S = 600;

/** How long to wait after a failed try, the first being 1: one second doubling to ten minutes, in milliseconds. */
export const pauseAfter = (tries: number): number =>
  Math.min(2 ** Math.max(0, tries - 1), LONGEST_PAUSE_S) * 1000;

/**
 * When an outgoing message may go (chat.md, "Speaking"): its hour, the room's rate, how it is tried again, and
 * when it is given up. Pure: the pump asks, with the clock's instant in hand.
 */
import type { OutboxCause } from '../../../db/vocabulary.ts';
import { addDays, type Day, dayOf, startOf } from '../time/day.ts';

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
/** WeChat's for a while after it has throttled us: what waits is spread. */
export const CAREFUL_PACE: Pace = { replyGapMs: 6000, routineGapMs: 20_000, perMinute: 5 };
/** The simulator throttles nobody: an answer goes out at once. */
export const SIMULATOR_PACE: Pace = { replyGapMs: 0, routineGapMs: 3000, perMinute: 60 };

export interface Outgoing {
  cause: OutboxCause;
  notBefore: Date;
  expiresAt: Date | null;
  urgent?: boolean;
}

export type Verdict = { go: 'now' } | { go: 'later'; at: Date } | { go: 'never' };

/** What the day says of pushing to a room or person. */
export interface Today {
  isWorkingDay(day: Day): boolean;
  /** Routine pushes that the room has had today. */
  pushes: number;
}
export const ANY_DAY: Today = { isWorkingDay: () => true, pushes: 0 };

const MINUTE_MS = 60_000;
const QUIET_FROM_MS = 21.5 * 60 * MINUTE_MS;
const QUIET_UNTIL_MS = 8 * 60 * MINUTE_MS;
/** Routine pushes that a room gets on one day. */
const MOST_PUSHES = 2;

/** What somebody waits for, or what cannot wait: an answer, a red-tier alert. Both go at night too. */
export const goesAtOnce = ({ cause }: Pick<Outgoing, 'cause'>): boolean =>
  cause === 'reply' || cause === 'alert';

/** A routine matter (例行事项), of which a room gets two pushes a day. */
export const isRoutine = ({ cause, urgent = false }: Pick<Outgoing, 'cause' | 'urgent'>): boolean =>
  cause === 'reminder' && !urgent;

const morningOf = (day: Day): Date => new Date(startOf(day).getTime() + QUIET_UNTIL_MS);

/** 8:00 of the first working day after `day`; of some day in a fortnight where the calendar knows none. */
function nextMorning(day: Day, isWorkingDay: Today['isWorkingDay']): Date {
  let next = addDays(day, 1);
  for (let n = 0; n < 14 && !isWorkingDay(next); n += 1) next = addDays(next, 1);
  return morningOf(next);
}

/**
 * The end of the quiet time that an instant falls into: 21:30–08:00 in China, weekends and holidays (chat.md,
 * "Light on people"); null outside it.
 */
export function quietUntil(now: Date, isWorkingDay: Today['isWorkingDay'] = () => true): Date | null {
  const today = dayOf(now);
  const sinceMidnight = now.getTime() - startOf(today).getTime();
  if (!isWorkingDay(today) || sinceMidnight >= QUIET_FROM_MS) return nextMorning(today, isWorkingDay);
  return sinceMidnight < QUIET_UNTIL_MS ? morningOf(today) : null;
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
 * sent, latest first. An answer to somebody who just wrote goes at night too, and a red-tier alert; everything else
 * waits for a working morning, and a routine matter for the next where the room has had its two pushes.
 */
export function verdictOn(
  message: Outgoing,
  sent: readonly Date[],
  now: Date,
  pace: Pace,
  { isWorkingDay, pushes }: Today = ANY_DAY,
): Verdict {
  if (message.expiresAt !== null && message.expiresAt <= now) return { go: 'never' };
  const atOnce = goesAtOnce(message);
  const gap = atOnce ? pace.replyGapMs : pace.routineGapMs;
  const morning = atOnce ? null : quietUntil(now, isWorkingDay);
  const full = isRoutine(message) && pushes >= MOST_PUSHES;
  const earliest = Math.max(
    message.notBefore.getTime(),
    morning?.getTime() ?? 0,
    full ? nextMorning(dayOf(now), isWorkingDay).getTime() : 0,
    afterThose(sent, gap, pace.perMinute),
  );
  return earliest <= now.getTime() ? { go: 'now' } : { go: 'later', at: new Date(earliest) };
}

/** After so many tries a message is a dead letter (死信), for an admin to see. */
export const MOST_TRIES = 12;
/** After so many, half a minute, it holds up no longer what was written to the same room or person after it. */
export const HOLDS_UP_TRIES = 5;
const LONGEST_PAUSE_S = 600;

/** How long to wait after a failed try, the first being 1: one second doubling to ten minutes, in milliseconds. */
export const pauseAfter = (tries: number): number =>
  Math.min(2 ** Math.max(0, tries - 1), LONGEST_PAUSE_S) * 1000;

/** A gateway that throttles us is left alone for a minute, doubling to half an hour, in milliseconds. */
export const peaceAfter = (times: number): number => Math.min(2 ** Math.max(0, times - 1), 30) * MINUTE_MS;

/** For so long after it let us speak again, we speak to it carefully. */
export const CAREFUL_FOR_MS = 60 * MINUTE_MS;

/** A gateway that is away for so long leaves its urgent messages to the rooms' stand-ins (备用群). */
export const DOWN_FOR_MS = 60 * MINUTE_MS;

/** More than so many equal messages to one room within five minutes are no talk but a fault: the next is held. */
export const MOST_EQUAL = 20;
export const EQUAL_WITHIN_MS = 5 * MINUTE_MS;

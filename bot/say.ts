/** Says a push through its gateway and tells what came of it, in the few ways that matter to the pump. */
import { setTimeout as pause } from 'node:timers/promises';
import { type Gateway, type Speech, type Target, Throttled, Unclear } from './gateways/gateway.ts';

export type Outcome =
  | { is: 'sent' }
  | { is: 'failed'; fault: string }
  | { is: 'throttled'; fault: string }
  | { is: 'unclear'; fault: string };

/** A gateway that has not taken a message by then is not waited for; whether it was said nobody knows. */
const SAY_WITHIN_MS = 30_000;

async function within(work: Promise<void>): Promise<void> {
  const giveUp = new AbortController();
  const tooLate = pause(SAY_WITHIN_MS, undefined, { signal: giveUp.signal, ref: false }).then(() => {
    throw new Unclear('通道30秒内没有回音');
  });
  tooLate.catch(() => undefined);
  try {
    await Promise.race([work, tooLate]);
  } finally {
    giveUp.abort();
  }
}

/** Says it, waiting for half a minute at most; what cannot be put together is a failure too. Never rejects. */
export async function sayTo(gateway: Gateway, to: Target, speech: () => Promise<Speech>): Promise<Outcome> {
  try {
    await within(gateway.say(to, await speech()));
    return { is: 'sent' };
  } catch (error) {
    const fault = error instanceof Error ? error.message : String(error);
    if (error instanceof Throttled) return { is: 'throttled', fault };
    if (error instanceof Unclear) return { is: 'unclear', fault };
    return { is: 'failed', fault };
  }
}

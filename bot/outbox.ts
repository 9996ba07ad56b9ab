/**
 * The pump (chat.md, "Speaking"): what waits in the outbox goes out through its gateway, at least once, at the pace
 * the gateway bears, in the hours people bear; what fails is tried again, what is stale is dropped.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Context } from '../api/context.ts';
import { CHAT_PACE, type Pace, SIMULATOR_PACE, verdictOn } from '../api/domain/chat/sending.ts';
import {
  claimMessage,
  dueMessages,
  expireStale,
  lastSent,
  markFailed,
  markSent,
  nextDueAt,
  postponeMessage,
  type WaitingMessage,
} from '../api/services/chat/send-messages.ts';
import type { GatewayName } from '../db/vocabulary.ts';
import type { Gateway, Speech, Target } from './gateways/gateway.ts';
import { createWorker, type Worker } from './worker.ts';

/** A gateway that has not taken a message by then is not waited for. */
const SAY_WITHIN_MS = 30_000;
const MINUTE_MS = 60_000;

export const paceOf = (gateway: GatewayName): Pace => (gateway === 'simulator' ? SIMULATOR_PACE : CHAT_PACE);

/** When each room and contact is spoken to, latest first, as far as the last minute goes. */
function createMemory() {
  const known = new Map<string, Date[]>();
  return {
    of: (target: string): readonly Date[] => known.get(target) ?? [],
    note: (target: string, at: Date) => {
      const recent = (known.get(target) ?? []).filter((each) => at.getTime() - each.getTime() < MINUTE_MS);
      known.set(
        target,
        [at, ...recent].sort((a, b) => b.getTime() - a.getTime()),
      );
    },
  };
}

type Memory = ReturnType<typeof createMemory>;

/** What to say, with the bytes of its file. */
async function speechOf(ctx: Context, { text, mentions, key, file }: WaitingMessage): Promise<Speech> {
  const bytes = file === null ? null : { name: file.name, bytes: await ctx.files.get(file.hash) };
  return { text, mentions, key, file: bytes };
}

async function sayWithin(gateway: Gateway, to: Target, speech: Speech): Promise<void> {
  const giveUp = new AbortController();
  const tooLate = pause(SAY_WITHIN_MS, undefined, { signal: giveUp.signal, ref: false }).then(() => {
    throw new Error('通道没有在30秒内收下消息');
  });
  tooLate.catch(() => undefined);
  try {
    await Promise.race([gateway.say(to, speech), tooLate]);
  } finally {
    giveUp.abort();
  }
}

/** Makes the pump of the context's sub-district over these gateways. */
export function createOutbox(ctx: Context, gateways: readonly Gateway[]): Worker {
  const sent = createMemory();
  let remembered = false;

  async function remember(): Promise<void> {
    for (const { target, at } of await lastSent(ctx)) sent.note(target, at);
    remembered = true;
  }

  async function send(gateway: Gateway, message: WaitingMessage): Promise<void> {
    if (!(await claimMessage(ctx, message.id))) return;
    try {
      await sayWithin(gateway, message.to, await speechOf(ctx, message));
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      ctx.log.warn({ err: error, outgoing: message.id, gateway: gateway.name }, 'a message was not sent');
      await markFailed(ctx, { id: message.id, tries: message.attempts + 1, fault });
      return;
    }
    sent.note(message.target, ctx.clock());
    await markSent(ctx, message.id);
  }

  /** `planned` are the slots given in this pass: routine messages queue up behind them, an answer does not. */
  async function sendOrPostpone(message: WaitingMessage, planned: Memory): Promise<void> {
    const gateway = gateways.find(({ name }) => name === message.gateway);
    if (gateway === undefined) return;
    const before = message.cause === 'reply' ? [] : planned.of(message.target);
    const spoken = [...before, ...sent.of(message.target)];
    const verdict = verdictOn(message, spoken, ctx.clock(), paceOf(gateway.name));
    if (verdict.go === 'now') await send(gateway, message);
    if (verdict.go === 'later') {
      await postponeMessage(ctx, message.id, verdict.at);
      planned.note(message.target, verdict.at);
    }
  }

  return createWorker('outbox', ctx.log, async () => {
    if (!remembered) await remember();
    await expireStale(ctx);
    const online = gateways.filter((gateway) => gateway.status().life === 'online').map(({ name }) => name);
    const due = await dueMessages(ctx, online);
    const planned = createMemory();
    for (const message of due) await sendOrPostpone(message, planned);
    const next = await nextDueAt(ctx);
    return next === null ? null : next.getTime() - ctx.clock().getTime();
  });
}

/**
 * The pump (chat.md, "Speaking"): what waits in the outbox goes out through its gateway, at least once, at the pace
 * the gateway bears, in the hours people bear, gathered; what fails is tried again, what is stale is dropped, and what
 * may have arrived is not said twice.
 */
import type { Context } from '../api/context.ts';
import { gather, type Push, textOf } from '../api/domain/chat/gather.ts';
import {
  ANY_DAY,
  CAREFUL_PACE,
  CHAT_PACE,
  DOWN_FOR_MS,
  goesAtOnce,
  HOLDS_UP_TRIES,
  isRoutine,
  MOST_EQUAL,
  type Outgoing,
  type Pace,
  SIMULATOR_PACE,
  type Today,
  verdictOn,
} from '../api/domain/chat/sending.ts';
import { readCalendar } from '../api/services/calendar/read-calendar.ts';
import { readGatewayStates } from '../api/services/chat/gateway-states.ts';
import { noteRefusal } from '../api/services/chat/refusals.ts';
import {
  anyUnclear,
  claimMessages,
  confirmSaid,
  expireStale,
  giveBack,
  holdMessages,
  markFailed,
  markSent,
  markUnclear,
  postponeMessages,
  rerouteUrgent,
  retryUnheard,
} from '../api/services/chat/send-messages.ts';
import {
  dueMessages,
  lastSent,
  nextDueAt,
  type OutgoingId,
  pushesToday,
  type WaitingMessage,
  whatPresses,
} from '../api/services/chat/waiting-messages.ts';
import { GATEWAYS, type GatewayName } from '../db/vocabulary.ts';
import type { Gateway, GatewayStatus, Speech } from './gateways/gateway.ts';
import { createEqual, createPatience, createRecent, equalName, type Recent } from './memory.ts';
import { sayTo } from './say.ts';
import { createWorker, type Worker } from './worker.ts';

const MINUTE_MS = 60_000;
/** What was said comes back from its room by then, where it comes back at all. */
const BACK_WITHIN_MS = 10 * MINUTE_MS;

export interface Outbox extends Worker {
  /** What we said came back from a room. */
  cameBack(gateway: GatewayName, echo: { roomId: string; text: string }): void;
  /** Until when a gateway wants to be left in peace; null where it does not. */
  throttledUntil(gateway: GatewayName): Date | null;
}

export interface OutboxRules {
  /** Whether this process may speak now. */
  maySpeak?: () => boolean;
  /** How a gateway is; as it says itself unless given. */
  statusOf?: (gateway: Gateway) => GatewayStatus;
}

type Ids = readonly [OutgoingId, ...OutgoingId[]];
const idsOf = ([first, ...more]: Push<WaitingMessage>): Ids => [first.id, ...more.map(({ id }) => id)];

/** A push as the rules see it: as urgent as the most urgent in it. */
const outgoingOf = (push: Push<WaitingMessage>): Outgoing => ({
  cause: push[0].cause,
  notBefore: push[0].notBefore,
  expiresAt: push[0].expiresAt,
  urgent: push.some((each) => each.urgent || !isRoutine(each)),
});

/** What to say, with the bytes of its file. */
async function speechOf(ctx: Context, push: Push<WaitingMessage>): Promise<Speech> {
  const [{ key, file }] = push;
  const mentions = [...new Set(push.flatMap((each) => each.mentions))];
  const bytes = file === null ? null : { name: file.name, bytes: await ctx.files.get(file.hash) };
  return { text: textOf(push), mentions, key, file: bytes };
}

/** Makes the pump of the context's sub-district over these gateways. */
export function createOutbox(
  ctx: Context,
  gateways: readonly Gateway[],
  { maySpeak = () => true, statusOf = (gateway) => gateway.status() }: OutboxRules = {},
): Outbox {
  const sent = createRecent(MINUTE_MS);
  const equal = createEqual();
  const patience = createPatience();
  /** What came back of late, by room: it may come before we are told that the outcome is unclear. */
  const echoes = createRecent(BACK_WITHIN_MS);
  const echoing = new Set<GatewayName>();
  let unclear = false;
  let remembered = false;

  async function remember(): Promise<void> {
    for (const { target, at, text } of await lastSent(ctx)) {
      sent.note(target, at);
      equal.note(equalName(target, text), at);
    }
    for (const { gateway, throttledUntil } of await readGatewayStates(ctx))
      if (throttledUntil !== null) patience.remember(gateway, throttledUntil);
    unclear = await anyUnclear(ctx);
    remembered = true;
  }

  function paceOf(gateway: GatewayName): Pace {
    if (gateway === 'simulator') return SIMULATOR_PACE;
    return patience.isCareful(gateway, ctx.clock()) ? CAREFUL_PACE : CHAT_PACE;
  }

  /** Writes down what becomes of messages that a gateway refused, and that it did. */
  const refused = (gateway: Gateway, settle: (tx: Context) => Promise<void>): Promise<void> =>
    ctx.transaction(async (tx) => {
      await settle(tx);
      await noteRefusal(tx, gateway.name);
    });

  /** Says a push that was claimed. Gives whether what is behind it may go on. */
  async function settle(
    gateway: Gateway,
    push: Push<WaitingMessage>,
    ids: readonly OutgoingId[],
  ): Promise<boolean> {
    const [{ to, target }] = push;
    const text = textOf(push);
    const outcome = await sayTo(gateway, to, () => speechOf(ctx, push));
    const now = ctx.clock();
    if (outcome.is !== 'sent')
      ctx.log.warn({ outgoing: ids, gateway: gateway.name, fault: outcome.fault }, 'a message was not sent');
    const arrived = outcome.is === 'unclear' && echoes.count(equalName(to.externalId, text), now) > 0;
    if (outcome.is === 'sent' || arrived) {
      sent.note(target, now);
      equal.note(equalName(target, text), now);
      patience.calm(gateway.name, now);
      await markSent(ctx, ids);
    } else if (outcome.is === 'throttled') {
      const until = patience.throttled(gateway.name, now);
      await refused(gateway, (tx) => giveBack(tx, ids, until, outcome.fault));
    } else if (outcome.is === 'unclear') {
      unclear = true;
      await markUnclear(ctx, ids, outcome.fault);
    } else {
      const tries = push[0].attempts + 1;
      await refused(gateway, (tx) => markFailed(tx, { ids, tries, fault: outcome.fault }));
      return tries > HOLDS_UP_TRIES;
    }
    return outcome.is !== 'throttled';
  }

  async function send(gateway: Gateway, push: Push<WaitingMessage>): Promise<boolean> {
    const claimed = new Set(await claimMessages(ctx, idsOf(push)));
    const [first, ...more] = push.filter(({ id }) => claimed.has(id));
    return first !== undefined && settle(gateway, [first, ...more], [...claimed]);
  }

  /**
   * `planned` are the slots given in this pass: routine messages queue up behind them, an answer does not. Gives false
   * where the push was tried and is still to be said: then nothing may overtake it.
   */
  async function sendOrPostpone(push: Push<WaitingMessage>, planned: Recent, today: Today): Promise<boolean> {
    const [{ target, cause, gateway: name }] = push;
    const gateway = gateways.find((each) => each.name === name);
    const now = ctx.clock();
    if (gateway === undefined || patience.until(name, now) !== null || !maySpeak()) return false;
    const before = cause === 'reply' ? [] : planned.of(target);
    const verdict = verdictOn(outgoingOf(push), [...before, ...sent.of(target)], now, paceOf(name), today);
    if (verdict.go === 'later') {
      await postponeMessages(ctx, idsOf(push), verdict.at);
      planned.note(target, verdict.at);
    } else if (equal.count(equalName(target, textOf(push)), now) >= MOST_EQUAL) {
      await holdMessages(ctx, idsOf(push), `5分钟内已发${MOST_EQUAL}条相同的消息，先暂扣`);
    } else if (verdict.go === 'now') {
      return send(gateway, push);
    }
    return true;
  }

  async function sendDue(online: readonly GatewayName[]): Promise<void> {
    const listening = online.filter((name) => patience.until(name, ctx.clock()) === null);
    const due = await dueMessages(ctx, listening);
    if (due.length === 0) return;
    const { isWorkingDay } = due.every(goesAtOnce) ? ANY_DAY : await readCalendar(ctx);
    const pushes = due.some(isRoutine) ? await pushesToday(ctx) : null;
    const planned = createRecent(Number.POSITIVE_INFINITY);
    const heldUp = new Set<string>();
    for (const push of gather(due)) {
      const [{ target }] = push;
      if (heldUp.has(target)) continue;
      const today = { isWorkingDay, pushes: pushes?.get(target) ?? 0 };
      if (!(await sendOrPostpone(push, planned, today))) heldUp.add(target);
    }
  }

  /** Nobody waits for a gateway that is down for an hour, nor for one that is not configured. */
  async function reroute(online: readonly GatewayName[]): Promise<void> {
    const now = ctx.clock().getTime();
    const down = GATEWAYS.filter((name) => {
      const gateway = gateways.find((each) => each.name === name);
      if (gateway === undefined) return true;
      return !online.includes(name) && now - statusOf(gateway).since.getTime() >= DOWN_FOR_MS;
    });
    await rerouteUrgent(ctx, { down, up: online });
  }

  async function sortOutUnclear(): Promise<void> {
    const before = new Date(ctx.clock().getTime() - BACK_WITHIN_MS);
    for (const gateway of gateways) {
      const { life, since } = statusOf(gateway);
      if (echoing.has(gateway.name) && life === 'online')
        await retryUnheard(ctx, { gateway: gateway.name, since, before });
    }
    unclear = await anyUnclear(ctx);
  }

  const worker = createWorker('outbox', ctx.log, async (again) => {
    if (!maySpeak()) return null;
    if (!remembered) await remember();
    const { stale, urgent } = await whatPresses(ctx);
    if (stale) await expireStale(ctx);
    const online = gateways.filter((gateway) => statusOf(gateway).life === 'online').map(({ name }) => name);
    if (urgent) await reroute(online);
    if (unclear) await sortOutUnclear();
    await sendDue(online);
    if (again()) return null;
    const next = await nextDueAt(ctx);
    return next === null ? null : next.getTime() - ctx.clock().getTime();
  });

  return {
    ...worker,
    cameBack: (gateway, { roomId, text }) => {
      echoing.add(gateway);
      echoes.note(equalName(roomId, text), ctx.clock());
      if (!unclear) return;
      confirmSaid(ctx, { gateway, externalId: roomId, text }).catch((error: unknown) =>
        ctx.log.warn({ err: error, gateway }, 'what came back could not be confirmed'),
      );
    },
    throttledUntil: (gateway) => patience.until(gateway, ctx.clock()),
  };
}

/**
 * The bot (督办助手): store, understand, converse, send. What is said to it is stored before anything else, handled in
 * one transaction, and answered through the outbox (docs/chat-pipeline.md).
 */
import type { Context } from '../api/context.ts';
import { keepStatesOf } from '../api/services/chat/gateway-states.ts';
import { takeUpClaimed } from '../api/services/chat/send-messages.ts';
import * as words from './conversation/replies.ts';
import { inPrivate, sendReplies } from './conversation/reply.ts';
import type { Links, PageLink, TaskLink } from './conversation/scene.ts';
import type { Gateway, GatewayStatus } from './gateways/gateway.ts';
import { handleMessage } from './handle-message.ts';
import { createInbox } from './inbox.ts';
import { createOutbox } from './outbox.ts';
import { createRecogniser } from './recognise.ts';
import { ALONE, type Speaker } from './speaker.ts';
import { createWatch } from './watch.ts';
import { createWorker } from './worker.ts';

export interface BotParts {
  /** The sub-district, as the product itself. */
  ctx: Context;
  gateways: readonly Gateway[];
  /** Hears that something came into or is to go out of the chat, in whichever process. Gives the way to stop. */
  listen(heard: () => void): Promise<() => Promise<void>>;
  /** Makes the address of the phone page of one person and one task; absent where there is none. */
  linkTo?: TaskLink;
  /** Makes the address of a page, from its path. */
  linkToPage?: PageLink;
  /** Where several processes may run a bot: which of them listens and speaks. */
  speaker?: Speaker;
}

export interface Bot {
  start(): Promise<void>;
  /** Lets what is under way end. */
  stop(): Promise<void>;
  /** Resolves when all that came in is handled and all that may go out has gone. */
  idle(): Promise<void>;
  /** What it does every few seconds, now: whether it may speak, how its gateways are. */
  tick(): Promise<void>;
  status(): readonly (GatewayStatus & { name: Gateway['name'] })[];
}

/** So often it looks whether it may speak and how its gateways are: a speech that ends is taken over in time. */
const TICK_MS = 4000;

/** Makes the bot; `start` it, and it takes up what a crash left behind. */
export function createBot({ ctx, gateways, listen, linkTo, linkToPage, speaker = ALONE }: BotParts): Bot {
  const links: Links = { linkTo: linkTo ?? null, linkToPage: linkToPage ?? null };
  const watch = createWatch(ctx, gateways);
  const outbox = createOutbox(ctx, gateways, { maySpeak: speaker.speaks, statusOf: watch.status });
  const recognise = createRecogniser(ctx);
  const inbox = createInbox(ctx, {
    handle: (tx, message) => handleMessage(tx, message, links),
    giveUp: (tx, message) => sendReplies(tx, message, [inPrivate(words.givenUp)]),
    handled: outbox.wake,
  });
  const wake = (): void => {
    inbox.wake();
    outbox.wake();
  };
  let unlisten: (() => Promise<void>) | null = null;
  /** Since when it listens and speaks; null where another process does. */
  let open: Date | null = null;

  async function openGateways(): Promise<void> {
    const since = ctx.clock();
    await takeUpClaimed(ctx, since);
    await keepStatesOf(
      ctx,
      gateways.map(({ name }) => name),
    );
    open = since;
    for (const gateway of gateways) {
      const { name } = gateway;
      await gateway.start({
        received: async (heard) => inbox.receive({ ...(await recognise(gateway, heard)), gateway: name }),
        changed: outbox.wake,
        cameBack: (echo) => outbox.cameBack(name, echo),
      });
    }
    wake();
  }

  async function closeGateways(): Promise<void> {
    open = null;
    for (const gateway of gateways) await gateway.stop();
  }

  const ticker = createWorker('watch', ctx.log, async () => {
    const mine = await speaker.renew();
    if (mine && open === null) await openGateways();
    if (!mine && open !== null) await closeGateways();
    if (mine && open !== null) {
      await watch.round(outbox.throttledUntil);
      // A claim of the one before may reach the database after its death.
      await takeUpClaimed(ctx, open);
      // What waits for time to pass alone: a gateway's hour, what has not come back from its room.
      outbox.wake();
    }
    return TICK_MS;
  });

  return {
    async start() {
      unlisten = await listen(wake);
      if (await speaker.renew()) await openGateways();
      ticker.wake();
    },
    async stop() {
      await unlisten?.();
      await ticker.stop();
      await closeGateways();
      await inbox.stop();
      await outbox.stop();
      await speaker.end();
    },
    async idle() {
      await inbox.idle();
      await outbox.idle();
    },
    async tick() {
      ticker.wake();
      await ticker.idle();
    },
    status: () => gateways.map((gateway) => ({ name: gateway.name, ...watch.status(gateway) })),
  };
}

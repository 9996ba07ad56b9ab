/**
 * The bot (督办助手): store, understand, converse, send. What is said to it is stored before anything else, handled in
 * one transaction, and answered through the outbox (docs/chat-pipeline.md).
 */
import type { Context, Tx } from '../api/context.ts';
import { wasCut } from '../api/domain/chat/message-text.ts';
import { keepStatesOf } from '../api/services/chat/gateway-states.ts';
import { repeatsUs } from '../api/services/chat/own-words.ts';
import { markHandled } from '../api/services/chat/settle-message.ts';
import type { StoredMessage } from '../api/services/chat/take-message.ts';
import { unitsNamedIn } from '../api/services/chat/units-named.ts';
import { findActor, type Known } from '../api/services/people/find-actor.ts';
import { asAnswer, questionTo } from './conversation/choose.ts';
import { converse } from './conversation/converse.ts';
import { receiveFile } from './conversation/evidence.ts';
import { carryOut, orderOf } from './conversation/orders.ts';
import * as words from './conversation/replies.ts';
import { inPrivate, type Reply, sendReplies } from './conversation/reply.ts';
import { hearingOf, type Links, type PageLink, setScene, type TaskLink } from './conversation/scene.ts';
import { statementsOf } from './conversation/statements.ts';
import { meetStranger } from './conversation/stranger.ts';
import type { Gateway, GatewayStatus } from './gateways/gateway.ts';
import { createInbox } from './inbox.ts';
import { createOutbox } from './outbox.ts';
import { createRecogniser } from './recognise.ts';
import { ALONE, type Speaker } from './speaker.ts';
import type { Intent } from './understand/intent.ts';
import { understand } from './understand/understand.ts';
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

/** What a known person's message comes to: each statement understood, acted upon and answered. */
async function answer(tx: Tx, message: StoredMessage, speaker: Known, links: Links): Promise<Reply[]> {
  const named = await unitsNamedIn(tx, message.text);
  const order = orderOf(tx, message, speaker, named);
  if (order !== null) {
    await markHandled(tx, message.id, order);
    return carryOut(tx, speaker, named, order);
  }
  const questionOpen = (await questionTo(tx, message)) !== null;
  const intents: Intent[] = [];
  const replies: Reply[] = [];
  for (const statement of statementsOf(message.text, named)) {
    const scene = await setScene(tx, { message, statement, named, speaker, links });
    const understood = understand(statement.text, hearingOf(scene, questionOpen));
    const intent = questionOpen ? await asAnswer(tx, scene, understood) : understood;
    intents.push(intent);
    replies.push(...(await converse(tx, scene, intent)));
  }
  const [only, ...more] = intents;
  await markHandled(tx, message.id, only !== undefined && more.length === 0 ? only : { intents });
  return replies;
}

const NO_LINKS: Links = { linkTo: null, linkToPage: null };

/** A picture or file has no words to understand. */
async function takeFile(tx: Tx, message: StoredMessage, speaker: Known): Promise<Reply[]> {
  const statement = { unit: null, text: '' };
  const scene = await setScene(tx, { message, statement, named: [], speaker, links: NO_LINKS });
  await markHandled(tx, message.id, { intent: 'none' });
  return receiveFile(scene);
}

async function repliesTo(tx: Tx, message: StoredMessage, links: Links): Promise<Reply[]> {
  if (message.contact.isBot || (await repeatsUs(tx, message))) {
    await markHandled(tx, message.id, { intent: 'none' });
    return [];
  }
  if (wasCut(message.text)) {
    await markHandled(tx, message.id, { intent: 'none' });
    return [inPrivate(words.tooLong)];
  }
  const { personId } = message.contact;
  const speaker = personId === null ? null : await findActor(tx, personId);
  if (speaker === null) return meetStranger(tx, message);
  return message.file === null ? answer(tx, message, speaker, links) : takeFile(tx, message, speaker);
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
    async handle(tx, message) {
      const replies = await repliesTo(tx, message, links);
      if (message.masked > 0)
        replies.push({ ...inPrivate(words.personalData), once: `masked:${message.id}` });
      await sendReplies(tx, message, replies);
    },
    giveUp: (tx, message) => sendReplies(tx, message, [inPrivate(words.givenUp)]),
    handled: outbox.wake,
  });
  const wake = (): void => {
    inbox.wake();
    outbox.wake();
  };
  let unlisten: (() => Promise<void>) | null = null;
  let open = false;

  async function openGateways(): Promise<void> {
    open = true;
    await keepStatesOf(
      ctx,
      gateways.map(({ name }) => name),
    );
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
    open = false;
    for (const gateway of gateways) await gateway.stop();
  }

  const ticker = createWorker('watch', ctx.log, async () => {
    const mine = await speaker.renew();
    if (mine && !open) await openGateways();
    if (!mine && open) await closeGateways();
    if (mine) {
      await watch.round(outbox.throttledUntil);
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

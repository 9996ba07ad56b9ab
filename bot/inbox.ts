/**
 * The inbox at work (chat.md, "Taking it in", 1 and 2): a message is stored before anything else happens to it, then
 * handled in one transaction. A crash anywhere leaves it wholly done or still to do; those still to do are taken up
 * again at the start, in the order they came.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Context, Tx } from '../api/context.ts';
import { noteFailure } from '../api/services/chat/settle-message.ts';
import { type Incoming, storeMessage } from '../api/services/chat/store-message.ts';
import { type StoredMessage, takeMessage } from '../api/services/chat/take-message.ts';
import { createWorker, type Worker } from './worker.ts';

export interface Inbox extends Worker {
  /** Takes a message in. Resolves once it is stored: from then on no crash loses it. */
  receive(incoming: Incoming): Promise<void>;
}

export interface Handling {
  /** Does all that a message asks for, within the transaction. */
  handle(tx: Tx, message: StoredMessage): Promise<void>;
  /** A message was given up after several tries: its sender is told. */
  giveUp(tx: Tx, message: StoredMessage): Promise<void>;
  /** A message was handled: something may wait to be said. */
  handled(): void;
}

/** What may pass by itself is given a moment before the next try. */
const BETWEEN_TRIES_MS = 200;

const faultOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Makes the inbox of the context's sub-district. */
export function createInbox(ctx: Context, { handle, giveUp, handled }: Handling): Inbox {
  async function afterFailure(message: StoredMessage, error: unknown): Promise<void> {
    ctx.log.error({ err: error, message: message.id }, 'a message could not be handled');
    if (await noteFailure(ctx, message.id, faultOf(error)))
      await ctx.transaction((tx) => giveUp(tx, message));
    else await pause(BETWEEN_TRIES_MS);
  }

  /** Handles the next message; false where none waits. Throws where the database itself is at fault. */
  async function handleNext(): Promise<boolean> {
    let taken: StoredMessage | null = null;
    try {
      taken = await ctx.transaction(async (tx) => {
        taken = await takeMessage(tx);
        if (taken !== null) await handle(tx, taken);
        return taken;
      });
    } catch (error) {
      if (taken === null) throw error;
      await afterFailure(taken, error);
    }
    return taken !== null;
  }

  const worker = createWorker('inbox', ctx.log, async () => {
    while (await handleNext()) handled();
    return null;
  });

  return {
    ...worker,
    receive: async (incoming) => {
      if ((await storeMessage(ctx, incoming)) !== null) worker.wake();
    },
  };
}

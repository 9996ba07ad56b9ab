/** A pump over a bare gateway and one room, for tests of what goes out and when. */
import { asc, eq } from 'drizzle-orm';
import { onTestFinished } from 'vitest';
import { type NewMessage, queueMessage } from '../../api/services/chat/queue-message.ts';
import { type World, world } from '../../api/testing/world.ts';
import type { Store } from '../../db/open.ts';
import { outbox, rooms } from '../../db/schema/chat.ts';
import type { GatewayName, RoomId } from '../../db/vocabulary.ts';
import { createOutbox } from '../outbox.ts';
import { createBareGateway } from './bare-gateway.ts';

export async function addRoom(w: World, name: string, gateway: GatewayName = 'wechaty'): Promise<RoomId> {
  const [row] = await w.store.db
    .insert(rooms)
    .values({ domainId: w.domainId, gateway, externalId: name, topic: name })
    .returning({ id: rooms.id });
  if (row === undefined) throw new Error('no room was added');
  return row.id;
}

/** A fresh world with a pump; `queue` writes to the room, `pump` lets it work until nothing is left to do now. */
export async function pumping(store: Store, now = '2026-07-01T09:00:00+08:00') {
  const w = await world(store, { now });
  const gateway = createBareGateway();
  const worker = createOutbox(w.system, [gateway]);
  onTestFinished(() => worker.stop());
  const room = await addRoom(w, '群一');
  const queue = (key: string, extra: Partial<NewMessage> = {}) =>
    w.system.transaction((tx) =>
      queueMessage(tx, { key, cause: 'reminder', to: { roomId: room }, text: key, ...extra }),
    );
  const pump = async (): Promise<string[]> => {
    worker.wake();
    await worker.idle();
    return gateway.said.map(({ text }) => text);
  };
  const rows = () =>
    w.store.db
      .select({
        id: outbox.id,
        key: outbox.key,
        state: outbox.state,
        attempts: outbox.attempts,
        error: outbox.error,
      })
      .from(outbox)
      .where(eq(outbox.domainId, w.domainId))
      .orderBy(asc(outbox.id));
  return { w, gateway, worker, room, queue, pump, rows };
}

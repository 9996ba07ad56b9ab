import { rooms } from '../../../db/schema/chat.ts';
import type { GatewayName } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';

/** Lets rooms that nobody speaks in be there to be bound: those that configuration names. */
export async function ensureRooms(
  ctx: Context,
  gateway: GatewayName,
  names: readonly string[],
): Promise<void> {
  if (names.length === 0) return;
  const { domainId } = ctx;
  await ctx.read((db) =>
    db
      .insert(rooms)
      .values(names.map((name) => ({ domainId, gateway, externalId: name, topic: name })))
      .onConflictDoNothing(),
  );
}

/** Knows a room again that comes back under a new number after a login. */
import type { Context } from '../api/context.ts';
import { sameRoom } from '../api/domain/chat/same-room.ts';
import { formerRooms, isKnownRoom, moveRoom } from '../api/services/chat/recognise-room.ts';
import type { Gateway, Heard } from './gateways/gateway.ts';

/**
 * Makes the recogniser: it looks at a message of a room that nobody knows, and where the room is one that was bound, of
 * the same topic, with the same people, whose old number the gateway has forgotten, that room goes on under the new
 * number. Whatever fails leaves the room a new one, to be bound by a code. Gives the message back.
 */
export function createRecogniser(ctx: Context): (gateway: Gateway, heard: Heard) => Promise<Heard> {
  const known = new Set<string>();

  async function look(gateway: Gateway, room: NonNullable<Heard['room']>): Promise<void> {
    const { name, roster } = gateway;
    if (roster === undefined || (await isKnownRoom(ctx, name, room.externalId))) return;
    const former = await formerRooms(ctx, name, room.topic);
    if (former.length === 0) return;
    const members = (await roster(room.externalId)) ?? [];
    for (const { id, externalId, speakers } of former) {
      const pairs = sameRoom(speakers, members);
      if (pairs === null || (await roster(externalId)) !== null) continue;
      await moveRoom(ctx, name, {
        room: id,
        externalId: room.externalId,
        contacts: pairs.map(({ speaker, member }) => ({
          id: speaker.contactId,
          externalId: member.externalId,
        })),
      });
      return;
    }
  }

  return async (gateway, heard) => {
    const { room } = heard;
    const key = `${gateway.name}:${room?.externalId}`;
    if (room === null || known.has(key)) return heard;
    try {
      await look(gateway, room);
      known.add(key);
    } catch (error) {
      ctx.log.warn({ err: error, gateway: gateway.name }, 'a room could not be looked at');
    }
    return heard;
  };
}

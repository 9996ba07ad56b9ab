/** What the office and the admin decide about rooms and contacts: 解绑 · 直接绑定 · 备用群 · 标为机器人. */
import { and, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { contacts, rooms, roomUnits } from '../../../db/schema/chat.ts';
import { units } from '../../../db/schema/units.ts';
import type { ContactId, RoomId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf, type Tx } from '../../context.ts';
import { found, notFound, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { bindRoom } from './bind-by-code.ts';

const roomIs = (tx: Tx, id: RoomId) => and(eq(rooms.domainId, tx.domainId), eq(rooms.id, id));

/** Ends what a room speaks for (解绑). Throws `forbidden`, `notFound`, and `conflict` where it is not bound. */
export async function unbindRoom(ctx: Context, id: RoomId): Promise<void> {
  permit(ctx, 'room.bind');
  await ctx.transaction(async (tx) => {
    const [known] = await tx.db.select({ id: rooms.id }).from(rooms).where(roomIs(tx, id));
    found(known, '工作群');
    const [unbound] = await tx.db
      .update(rooms)
      .set({ boundAt: null, boundBy: null })
      .where(and(roomIs(tx, id), isNotNull(rooms.boundAt)))
      .returning({ id: rooms.id });
    if (unbound === undefined) throw new Refusal('conflict', 'notBound', '这个群没有绑定单位');
    await tx.db.delete(roomUnits).where(and(eq(roomUnits.domainId, tx.domainId), eq(roomUnits.roomId, id)));
    await recordAudit(tx, 'room.unbind', `room:${id}`);
  });
}

/**
 * Binds a room to units without a code: only one that its gateway cannot hear, whose address stands in the
 * configuration. Any other shows by the code that it is the room that is meant (chat.md, 3). Throws `forbidden`,
 * `notFound`, `invalid` for a unit that is not there, and `conflict` for a room that can say a code.
 */
export async function bindUnheardRoom(ctx: Context, id: RoomId, unitIds: readonly UnitId[]): Promise<void> {
  permit(ctx, 'room.bind');
  const by = personOf(ctx);
  if (by === null) throw new Refusal('forbidden', 'noPerson', '绑定要由工作人员操作');
  const wanted = [...new Set(unitIds)];
  await ctx.transaction(async (tx) => {
    const [room] = await tx.db.select({ gateway: rooms.gateway }).from(rooms).where(roomIs(tx, id));
    if (found(room, '工作群').gateway !== 'wecom-webhook') {
      throw new Refusal('conflict', 'needsCode', '请生成绑定码，在要绑定的群里发送');
    }
    const known = await tx.db
      .select({ id: units.id })
      .from(units)
      .where(and(eq(units.domainId, tx.domainId), inArray(units.id, wanted), isNull(units.retiredAt)));
    if (known.length !== wanted.length) throw notFound('单位');
    await bindRoom(tx, id, wanted, by);
  });
}

/**
 * Lets a room stand in for another (备用群) while that one's gateway is down, or ends it with null. Throws `forbidden`,
 * `notFound`, and `conflict` where it would not help: on the same gateway, or one stand-in behind another.
 */
export async function setStandIn(ctx: Context, id: RoomId, forRoom: RoomId | null): Promise<void> {
  permit(ctx, 'room.bind');
  await ctx.transaction(async (tx) => {
    const two = await tx.db
      .select({ id: rooms.id, gateway: rooms.gateway, standsInFor: rooms.standsInFor })
      .from(rooms)
      .where(
        and(
          eq(rooms.domainId, tx.domainId),
          or(eq(rooms.id, id), forRoom === null ? sql`false` : eq(rooms.id, forRoom)),
        ),
      );
    const own = found(
      two.find((room) => room.id === id),
      '工作群',
    );
    if (forRoom !== null) {
      const other = found(
        two.find((room) => room.id === forRoom),
        '工作群',
      );
      if (other.gateway === own.gateway) {
        throw new Refusal('conflict', 'sameGateway', '备用群要在另一个通道上，否则通道断开时同样发不出去');
      }
      const [behind] = await tx.db
        .select({ id: rooms.id })
        .from(rooms)
        .where(and(eq(rooms.domainId, tx.domainId), eq(rooms.standsInFor, id)))
        .limit(1);
      if (other.standsInFor !== null || behind !== undefined) {
        throw new Refusal('conflict', 'standInChain', '备用群不能再有备用群');
      }
    }
    await tx.db.update(rooms).set({ standsInFor: forRoom }).where(roomIs(tx, id));
    await recordAudit(tx, 'room.standIn', `room:${id}`, { for: forRoom });
  });
}

/**
 * Says of a contact that it is another bot, or is none (标为机器人): what a bot says is kept and never answered. Throws
 * `forbidden`, `notFound`, and `conflict` for a contact that is bound to a person.
 */
export async function markBot(ctx: Context, id: ContactId, isBot: boolean): Promise<void> {
  permit(ctx, 'channel.manage');
  await ctx.transaction(async (tx) => {
    const [contact] = await tx.db
      .select({ personId: contacts.personId })
      .from(contacts)
      .where(and(eq(contacts.domainId, tx.domainId), eq(contacts.id, id)))
      .for('update');
    if (isBot && found(contact, '联系人').personId !== null) {
      throw new Refusal('conflict', 'isPerson', '这个联系人已绑定为人员，不是机器人');
    }
    const [marked] = await tx.db
      .update(contacts)
      .set({ isBot })
      .where(and(eq(contacts.domainId, tx.domainId), eq(contacts.id, id)))
      .returning({ id: contacts.id });
    found(marked, '联系人');
    await recordAudit(tx, 'contact.markBot', `contact:${id}`, { isBot });
  });
}

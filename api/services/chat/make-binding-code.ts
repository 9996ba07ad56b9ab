/** Binding codes (绑定码): six digits, ten minutes, one use (chat.md, 3). */
import { randomInt } from 'node:crypto';
import { and, eq, gt, inArray, isNull, sql } from 'drizzle-orm';
import { bindingCodes } from '../../../db/schema/chat.ts';
import { units } from '../../../db/schema/units.ts';
import type { PersonId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf, type Tx } from '../../context.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';

export interface BindingCode {
  code: string;
  expiresAt: Date;
}

const LIFE_MINUTES = 10;
/** Of a million codes a few are in use at once: a few tries find a free one. */
const TRIES = 20;

function maker(ctx: Context): PersonId {
  const id = personOf(ctx);
  if (id === null) throw new Refusal('forbidden', 'noPerson', '绑定码要由本人或工作人员生成');
  return id;
}

/** Takes a code that nobody holds: a new one, or one that is used or out of date. */
async function takeCode(
  tx: Tx,
  bound: { personId: PersonId } | { unitIds: UnitId[] },
  madeBy: PersonId,
): Promise<BindingCode> {
  const now = tx.clock();
  const expiresAt = new Date(now.getTime() + LIFE_MINUTES * 60_000);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const held = {
      personId: 'personId' in bound ? bound.personId : null,
      unitIds: 'unitIds' in bound ? bound.unitIds : null,
      madeBy,
      expiresAt,
      usedAt: null,
    };
    const taken = await tx.db
      .insert(bindingCodes)
      .values({ domainId: tx.domainId, code, ...held })
      .onConflictDoUpdate({
        target: [bindingCodes.domainId, bindingCodes.code],
        set: held,
        setWhere: sql`${bindingCodes.usedAt} is not null or ${bindingCodes.expiresAt} <= ${now.toISOString()}::timestamptz`,
      })
      .returning({ code: bindingCodes.code });
    if (taken.length > 0) return { code, expiresAt };
  }
  throw new Refusal('unavailable', 'noFreeCode', '暂时没有可用的绑定码，请稍后再试');
}

/**
 * Makes a code by which the person who asks binds a WeChat contact (绑定本人). One made before ends.
 * Throws `forbidden`.
 */
export async function makePersonCode(ctx: Context): Promise<BindingCode> {
  permit(ctx, 'person.bind');
  const personId = maker(ctx);
  return ctx.transaction(async (tx) => {
    await tx.db
      .update(bindingCodes)
      .set({ expiresAt: tx.clock() })
      .where(
        and(
          eq(bindingCodes.domainId, tx.domainId),
          eq(bindingCodes.personId, personId),
          isNull(bindingCodes.usedAt),
          gt(bindingCodes.expiresAt, tx.clock()),
        ),
      );
    const made = await takeCode(tx, { personId }, personId);
    await recordAudit(tx, 'person.makeCode', `person/${personId}`);
    return made;
  });
}

/** Makes a code by which a room is bound to units (绑定本群). Throws `forbidden` and `invalid`. */
export async function makeRoomCode(ctx: Context, unitIds: readonly UnitId[]): Promise<BindingCode> {
  permit(ctx, 'room.bind');
  const madeBy = maker(ctx);
  const wanted = [...new Set(unitIds)];
  return ctx.transaction(async (tx) => {
    const [known] = await tx.db
      .select({ count: sql<number>`count(*)::int` })
      .from(units)
      .where(and(eq(units.domainId, tx.domainId), inArray(units.id, wanted), isNull(units.retiredAt)));
    if (wanted.length === 0 || known?.count !== wanted.length) {
      const fault = { path: 'unitIds', message: '请选择本街道的单位，至少一个' };
      throw new Refusal('invalid', 'unknownUnit', fault.message, [fault]);
    }
    const made = await takeCode(tx, { unitIds: wanted }, madeBy);
    await recordAudit(tx, 'room.makeCode', 'room', { units: wanted.length });
    return made;
  });
}

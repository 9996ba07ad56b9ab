/** Drafting (起草): by the job on the first of the month, or by the office for any kind and period. */
import { and, eq, inArray } from 'drizzle-orm';
import { bulletinPractices, bulletins, practices } from '../../../db/schema/bulletins.ts';
import type { BulletinId, PracticeId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { composeBulletin } from '../../domain/bulletin/compose.ts';
import { lastMonthKey } from '../../domain/bulletin/period.ts';
import { renew } from '../../domain/bulletin/wording.ts';
import { dayOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { changeBulletin, holdBulletin, keepVersion } from './bulletin-row.ts';
import { gatherFacts } from './gather-facts.ts';
import type { Wanted } from './gather-scope.ts';

/** Drafts a bulletin; null where that period has one already, unless it was withdrawn. */
async function draftOnce(ctx: Context, wanted: Wanted): Promise<BulletinId | null> {
  permit(ctx, 'bulletin.edit');
  return ctx.transaction(async (tx) => {
    const composed = composeBulletin(await gatherFacts(tx, wanted, null));
    const [row] = await tx.db
      .insert(bulletins)
      .values({
        domainId: tx.domainId,
        ...wanted,
        asOf: new Date(composed.asOf),
        composed,
        content: composed,
        createdAt: tx.clock(),
      })
      .onConflictDoNothing()
      .returning({ id: bulletins.id });
    if (row === undefined) return null;
    await keepVersion(tx, row.id, 1, 'draft', composed);
    await recordAudit(tx, 'bulletin.draft', `bulletin:${row.id}`, {
      kind: wanted.kind,
      period: wanted.period,
    });
    return row.id;
  });
}

/** Drafts a bulletin for the office. Throws `conflict` where that period has one already. */
export async function draftBulletin(ctx: Context, wanted: Wanted): Promise<BulletinId> {
  const id = await draftOnce(ctx, wanted);
  if (id === null) throw new Refusal('conflict', 'there', '这个时段已有一份通报，请在原稿上修改');
  return id;
}

/** Drafts the bulletin of the month past (月通报), as the job does; drafting it twice keeps the first. */
export async function draftMonthly(ctx: Context, at: Date): Promise<{ drafted: number }> {
  const period = lastMonthKey(dayOf(at));
  const id = await draftOnce(ctx, { kind: 'monthly', period, chapter: '' });
  return { drafted: id === null ? 0 : 1 };
}

export interface Renewal {
  id: BulletinId;
  version: number;
  /** The practices to carry (先进经验), in order; as before where not given. */
  practiceIds?: readonly PracticeId[];
}

/**
 * Takes the figures anew (重新取数) and the practices that the office picks. Wording stays wherever the situation it
 * describes is still the same. Throws `conflict`, and `invalid` for a practice that is not there.
 */
export async function renewBulletin(ctx: Context, { id, version, practiceIds }: Renewal): Promise<void> {
  permit(ctx, 'bulletin.edit');
  await ctx.transaction(async (tx) => {
    const held = await holdBulletin(tx, { id, version }, ['draft']);
    if (practiceIds !== undefined) {
      const { domainId } = tx;
      const wanted = [...new Set(practiceIds)];
      const there = await tx.db
        .select({ id: practices.id })
        .from(practices)
        .where(and(eq(practices.domainId, domainId), inArray(practices.id, wanted)));
      if (there.length !== wanted.length) {
        const fault = { path: 'practiceIds', message: '没有找到所选的经验做法' };
        throw new Refusal('invalid', 'practice', fault.message, [fault]);
      }
      await tx.db
        .delete(bulletinPractices)
        .where(and(eq(bulletinPractices.domainId, domainId), eq(bulletinPractices.bulletinId, id)));
      if (wanted.length > 0) {
        await tx.db
          .insert(bulletinPractices)
          .values(wanted.map((practiceId, position) => ({ domainId, bulletinId: id, practiceId, position })));
      }
    }
    const { kind, period, chapter } = held;
    const fresh = composeBulletin(await gatherFacts(tx, { kind, period, chapter }, id));
    await changeBulletin(tx, held, {
      action: 'renew',
      set: {
        composed: fresh,
        content: renew(held.content, held.composed, fresh),
        asOf: new Date(fresh.asOf),
      },
    });
  });
}

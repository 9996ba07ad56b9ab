/** Practices (先进经验): offered by units, or written down by the office, for a bulletin to carry. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { practices } from '../../../db/schema/bulletins.ts';
import { units } from '../../../db/schema/units.ts';
import type { PracticeId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf, reach } from '../../context.ts';
import { maskPersonalData } from '../../domain/masking.ts';
import { found, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';

export interface Offer {
  /** Whose practice it is; the person's own unit unless said. */
  unitId?: UnitId | undefined;
  title: string;
  body: string;
}

function written(path: 'title' | 'body', text: string): string {
  const said = maskPersonalData(text.trim()).text;
  if (said !== '') return said;
  const message = path === 'title' ? '请写标题' : '请写做法和成效';
  throw new Refusal('invalid', 'empty', message, [{ path, message }]);
}

/** Offers a practice (报送经验), personal data struck out. Throws `forbidden` for another's unit, and `invalid`. */
export async function offerPractice(ctx: Context, offer: Offer): Promise<PracticeId> {
  const own = ctx.actor.kind === 'person' ? ctx.actor.unitId : undefined;
  const unitId = offer.unitId ?? own;
  permit(ctx, 'practice.offer', unitId ?? null);
  return ctx.transaction(async (tx) => {
    const [unit] = await tx.db
      .select({ id: units.id })
      .from(units)
      .where(and(eq(units.domainId, tx.domainId), eq(units.id, (unitId ?? 0) as UnitId)));
    const [row] = await tx.db
      .insert(practices)
      .values({
        domainId: tx.domainId,
        unitId: found(unit, '单位').id,
        title: written('title', offer.title),
        body: written('body', offer.body),
        at: tx.clock(),
        personId: personOf(tx),
        channel: tx.channel,
      })
      .returning({ id: practices.id });
    const { id } = found(row, '经验做法');
    await recordAudit(tx, 'practice.offer', `practice:${id}`);
    return id;
  });
}

const MOST = 200;

/** The practices that somebody may see, newest first, each with how many issued bulletins carried it. */
export async function listPractices(ctx: Context) {
  const scope = reach(ctx, 'practice.see');
  const own = ctx.actor.kind === 'person' && scope === 'own' ? [...ctx.actor.unitIds] : null;
  const rows = await ctx.read((db) =>
    db
      .select({
        id: practices.id,
        unit: units.shortName,
        title: practices.title,
        body: practices.body,
        at: practices.at,
        carried: sql<number>`(select count(*)::int from bulletin_practices c
          join bulletins b on b.domain_id = c.domain_id and b.id = c.bulletin_id and b.state = 'issued'
          where c.domain_id = ${practices.domainId} and c.practice_id = ${practices.id})`,
      })
      .from(practices)
      .innerJoin(units, refersTo(practices, 'unitId', units))
      .where(
        and(eq(practices.domainId, ctx.domainId), own === null ? undefined : inArray(practices.unitId, own)),
      )
      .orderBy(desc(practices.id))
      .limit(MOST),
  );
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }));
}

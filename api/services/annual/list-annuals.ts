import { desc, eq } from 'drizzle-orm';
import { annuals } from '../../../db/schema/annual.ts';
import { type Context, permit } from '../../context.ts';
import { readAnnual } from './annual-state.ts';
import { nameOf } from './figures.ts';

/** All assessments (年度考核), the newest first, with the step that each is in. There is one or two a year. */
export async function listAnnuals(ctx: Context) {
  permit(ctx, 'annual.see');
  return ctx.read(async (db) => {
    const rows = await db
      .select({ id: annuals.id })
      .from(annuals)
      .where(eq(annuals.domainId, ctx.domainId))
      .orderBy(desc(annuals.year), desc(annuals.kind));
    const read = await Promise.all(rows.map(({ id }) => readAnnual(db, ctx.domainId, id)));
    return read.map((annual) => ({
      id: annual.id,
      year: annual.year,
      kind: annual.kind,
      name: nameOf(annual),
      step: annual.now.step,
      openedAt: annual.openedAt.toISOString(),
    }));
  });
}

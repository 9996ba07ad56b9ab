import { and, desc, eq, sql } from 'drizzle-orm';
import { schemes } from '../../../db/schema/assessment.ts';
import { type Context, permit } from '../../context.ts';
import { scopeOf } from '../../domain/permissions.ts';

/** May this actor see what is still a draft? */
export const seesDrafts = ({ actor }: Context): boolean =>
  actor.kind === 'system' || scopeOf(actor.role, 'scheme.edit') !== null;

/** The schemes (考核方案) of all years, the newest first; drafts only for those who may edit them. */
export async function listSchemes(ctx: Context) {
  permit(ctx, 'scheme.see');
  const drafts = seesDrafts(ctx) ? undefined : sql`${schemes.state} <> 'draft'`;
  const rows = await ctx.read((db) =>
    db
      .select({
        id: schemes.id,
        year: schemes.year,
        version: schemes.version,
        state: schemes.state,
        createdAt: schemes.createdAt,
        publishedAt: schemes.publishedAt,
        supersededAt: schemes.supersededAt,
        indicators: sql<number>`coalesce(jsonb_array_length(${schemes.body} -> 'indicators'), 0)`.mapWith(
          Number,
        ),
      })
      .from(schemes)
      .where(and(eq(schemes.domainId, ctx.domainId), drafts))
      .orderBy(desc(schemes.year), desc(schemes.version)),
  );
  return rows.map((row) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    publishedAt: row.publishedAt?.toISOString() ?? null,
    supersededAt: row.supersededAt?.toISOString() ?? null,
  }));
}

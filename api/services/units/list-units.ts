import { and, asc, eq, isNull } from 'drizzle-orm';
import { units } from '../../../db/schema/units.ts';
import { type Context, permit } from '../../context.ts';

/** The unit tree (单位树) of the sub-district, parents before children, in the order people list them. */
export async function listUnits(ctx: Context) {
  permit(ctx, 'unit.list');
  return ctx.read((db) =>
    db
      .select({
        id: units.id,
        parentId: units.parentId,
        kind: units.kind,
        name: units.name,
        shortName: units.shortName,
        rankingGroup: units.rankingGroup,
      })
      .from(units)
      .where(and(eq(units.domainId, ctx.domainId), isNull(units.retiredAt)))
      .orderBy(asc(units.position), asc(units.id)),
  );
}

import { and, eq } from 'drizzle-orm';
import { units } from '../../../db/schema/units.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { found } from '../../errors.ts';

/** The name of the sub-district itself (街道名称), as headings of documents have it. */
export async function rootName(ctx: Context): Promise<string> {
  const id = ctx.domainId as number as UnitId;
  const [root] = await ctx.read((db) =>
    db
      .select({ name: units.name })
      .from(units)
      .where(and(eq(units.domainId, ctx.domainId), eq(units.id, id))),
  );
  return found(root, '街道').name;
}

import type { UnitId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { Refusal } from '../../errors.ts';
import { unitNames } from '../plan/unit-names.ts';

/** The one unit of that name, short name or other name. Throws `notFound` where nobody, or several, are called so. */
export async function findUnit(ctx: Context, name: string): Promise<UnitId> {
  const named = await ctx.transaction(unitNames);
  const [id, ...more] = named(name) ?? [];
  if (id === undefined || more.length > 0) throw new Refusal('notFound', 'unknownUnit', `没有叫“${name}”的单位`);
  return id;
}

import type { UnitId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { Refusal } from '../../errors.ts';
import { unitNames } from '../plan/unit-names.ts';

/**
 * The one unit of that name, short name or other name. Throws `notFound` where nobody is called so, `conflict` where
 * several are.
 */
export async function findUnit(ctx: Context, name: string): Promise<UnitId> {
  const named = (await ctx.transaction(unitNames))(name);
  if (named === 'several')
    throw new Refusal('conflict', 'ambiguousUnit', `有几个单位都叫“${name}”，请写全称`);
  const [id, ...more] = named === 'nobody' ? [] : named;
  if (id === undefined || more.length > 0) {
    throw new Refusal('notFound', 'unknownUnit', `没有叫“${name}”的单位`);
  }
  return id;
}

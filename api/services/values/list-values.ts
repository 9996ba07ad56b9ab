import { type Context, permit } from '../../context.ts';
import { howToWrite, writtenAs } from '../../domain/values/entered.ts';
import { partOf, readEnterable } from './enterable.ts';

/**
 * The reported values (填报值) of the year's scheme as they stand, unit by indicator, and how each is written. Throws
 * `notFound` where the year has no scheme.
 */
export async function listValues(ctx: Context) {
  permit(ctx, 'value.record');
  const { year, version, groups, units, standing } = await ctx.read((db) => readEnterable(db, ctx));
  return {
    year,
    version,
    groups: groups.map(({ key, name, indicators }) => ({
      key,
      name,
      indicators: indicators.map((indicator) => ({
        code: indicator.code,
        name: indicator.name,
        part: partOf(indicator),
        shape: indicator.shape,
        how: howToWrite(indicator.shape),
        unitOfMeasure: indicator.unitOfMeasure ?? null,
        dueOn: indicator.reportBy === undefined ? null : `${year}-${indicator.reportBy}`,
      })),
      rows: units
        .filter((unit) => unit.group === key)
        .map((unit) => ({
          unitId: unit.id,
          name: unit.name,
          cells: indicators.map(({ code }) => {
            const value = standing(unit.id, code);
            return {
              indicator: code,
              id: value?.id ?? null,
              written: value === null ? null : writtenAs(value.entered),
              at: value?.at.toISOString() ?? null,
              note: value?.note ?? null,
            };
          }),
        })),
    })),
  };
}

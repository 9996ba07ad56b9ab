import { type Context, permit } from '../../context.ts';
import { writeTemplate } from '../../documents/workbook/values-template.ts';
import { howToWrite, writtenAs } from '../../domain/values/entered.ts';
import { rootName } from '../units/root-name.ts';
import type { Download } from '../workbooks/download.ts';
import { partOf, readEnterable } from './enterable.ts';

/** The template (填报模板) of the year's reported values, with those that stand. Throws as `listValues` does. */
export async function valuesTemplate(ctx: Context): Promise<Download> {
  permit(ctx, 'value.record');
  const known = await ctx.read((db) => readEnterable(db, ctx));
  const title = `${await rootName(ctx)}${known.year}年度考核填报表`;
  const groups = known.groups
    .filter(({ indicators }) => indicators.length > 0)
    .map(({ key, name, indicators }) => ({
      key,
      name,
      indicators: indicators.map((indicator) => ({
        ...{ code: indicator.code, name: indicator.name, shape: indicator.shape },
        part: partOf(indicator),
        how: howToWrite(indicator.shape),
      })),
      units: known.units
        .filter((unit) => unit.group === key)
        .map((unit) => ({
          key: String(unit.id),
          name: unit.name,
          values: indicators.map(({ code }) => {
            const standing = known.standing(unit.id, code);
            return standing === null ? null : writtenAs(standing.entered);
          }),
        })),
    }));
  const stamp = [ctx.domainId, known.year, known.version] as const;
  return { name: `${title}.xlsx`, bytes: await writeTemplate({ title, asOf: ctx.clock(), stamp, groups }) };
}

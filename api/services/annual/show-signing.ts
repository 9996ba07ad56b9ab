import { and, desc, eq } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { annualResults } from '../../../db/schema/annual.ts';
import { people } from '../../../db/schema/units.ts';
import { type AnnualId, RANKING_GROUPS } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { valueText } from '../../domain/annual/value-text.ts';
import { Refusal } from '../../errors.ts';
import { readAnnual } from './annual-state.ts';
import { nameOf, readFigures } from './figures.ts';
import { rowsOf } from './result-rows.ts';

/**
 * What a leader signs (定档审签): the result in short, what was changed by the committee, the bytes that are frozen and
 * their hash; and what was signed before. Throws `forbidden` and `notFound`.
 */
export async function showSigning(ctx: Context, id: AnnualId) {
  permit(ctx, 'annual.review');
  return ctx.read(async (db) => {
    const annual = await readAnnual(db, ctx.domainId, id);
    const { result, text, hash } = await readFigures(db, ctx.domainId, annual, ctx.clock());
    const names = new Map(result.units.map(({ key, name }) => [key, name]));
    const indicators = new Map(result.scheme.indicators.map((each) => [each.code, each]));
    const earlier = await db
      .select({ hash: annualResults.hash, at: annualResults.signedAt, by: people.name })
      .from(annualResults)
      .leftJoin(people, refersTo(annualResults, 'signedBy', people))
      .where(and(eq(annualResults.domainId, ctx.domainId), eq(annualResults.annualId, id)))
      .orderBy(desc(annualResults.signedAt));
    return {
      id,
      name: nameOf(annual),
      step: annual.now.step,
      hash,
      bytes: new TextEncoder().encode(text).length,
      cutoffAt: result.cutoffAt,
      schemeVersion: result.schemeVersion,
      groups: RANKING_GROUPS.map((key) => ({
        group: key,
        grades: (result.scheme.groups.find((each) => each.key === key)?.grades ?? []).map(({ name }) => ({
          name,
          units: rowsOf(result, key)
            .filter(({ grade }) => grade === name)
            .map((row) => ({ name: row.name, total: row.total, rank: row.rank })),
        })),
      })),
      changes: result.overrides.map(({ unit, indicator, value, reason }) => {
        const of = indicators.get(indicator);
        return {
          unit: names.get(unit) ?? '',
          indicator: of?.name ?? indicator,
          value: of === undefined ? null : valueText(of, value),
          reason,
        };
      }),
      objections: {
        total: result.objections.length,
        changed: result.objections.filter(({ verdict }) => verdict === 'changed').length,
      },
      signatures: earlier.map(({ at, ...each }) => ({ ...each, at: at.toISOString() })),
    };
  });
}

/** The bytes of the result, to be kept and checked elsewhere (下载定档文件). Throws `conflict` while none is public. */
export async function readResultText(ctx: Context, id: AnnualId): Promise<{ text: string; hash: string }> {
  permit(ctx, 'annual.see');
  return ctx.read(async (db) => {
    const annual = await readAnnual(db, ctx.domainId, id);
    if (annual.now.signed === null) throw new Refusal('conflict', 'notSigned', '还没有定档');
    const { text, hash } = await readFigures(db, ctx.domainId, annual, ctx.clock());
    return { text, hash };
  });
}

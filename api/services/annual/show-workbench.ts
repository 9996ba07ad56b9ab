import type { AnnualId, RankingGroup, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf } from '../../context.ts';
import { toMark } from '../../domain/annual/decide.ts';
import { lineKey } from '../../domain/annual/values.ts';
import { claimStateOf, latestOf, readClaims, readMarks } from './annual-records.ts';
import { readAnnual } from './annual-state.ts';
import { readFigures } from './figures.ts';
import { headsOf, rowsOf } from './result-rows.ts';

/**
 * The committee's matrix of one group (考评工作台): every unit by every indicator, with the value, the points, what
 * waits, and one's own mark. Nothing in it is made of another's marks before they are open. Throws `forbidden` and
 * `notFound`.
 */
export async function showWorkbench(ctx: Context, { id, group }: { id: AnnualId; group: RankingGroup }) {
  permit(ctx, 'annual.review');
  return ctx.read(async (db) => {
    const annual = await readAnnual(db, ctx.domainId, id);
    const of = { domainId: ctx.domainId, annualId: id };
    const { result } = await readFigures(db, ctx.domainId, annual, ctx.clock());
    const claims = latestOf(await readClaims(db, of));
    const me = personOf(ctx);
    const own = new Map(
      (await readMarks(db, of))
        .filter(({ personId }) => personId === me)
        .map(({ unitId, indicator, mark }) => [lineKey(unitId, indicator), mark]),
    );
    const indicators = headsOf(result, group);
    const judged = new Set(indicators.filter(({ source }) => source === 'judged').map(({ code }) => code));
    const mayMark = (unitId: UnitId, code: string): boolean =>
      judged.has(code) &&
      ctx.actor.kind === 'person' &&
      ctx.actor.role === 'committee' &&
      toMark(annual.now, ctx.actor, unitId) === null;
    return {
      id,
      group,
      indicators,
      rows: rowsOf(result, group).map((row) => ({
        ...row,
        lines: row.lines.map((line) => {
          const key = lineKey(row.unitId, line.indicator);
          return {
            ...line,
            claim: claimStateOf(claims.get(key)),
            mark: own.get(key) ?? null,
            mayMark: mayMark(row.unitId, line.indicator),
          };
        }),
      })),
    };
  });
}

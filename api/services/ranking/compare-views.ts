import type { RankingGroup } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { revisionsOf } from '../../domain/score/revision.ts';
import type { Day } from '../../domain/time/day.ts';
import { lateRecords } from './late-records.ts';
import { scoreOf, viewOf } from './score-shown.ts';

/**
 * How a past day looks now against how it was shown (口径差异): the units that stand differently with their lines, what
 * was written down since, and the scheme of either side; of a settled year, how what was signed differs. Throws as `ranking` does.
 */
export async function compareViews(
  ctx: Context,
  { group, day }: { group: RankingGroup; day?: Day | undefined },
) {
  permit(ctx, 'ranking.see');
  const view = viewOf(ctx, { day, known: 'then' });
  const knownBy = ctx.clock();
  const { domainId } = ctx;
  return ctx.read(async (db) => {
    const then = await scoreOf(db, domainId, view);
    const now = await scoreOf(db, domainId, { ...view, known: 'now', knownBy });
    const ofGroup = <Result extends { group: string }>(results: readonly Result[]): Result[] =>
      results.filter((result) => result.group === group);
    const names = new Map(
      [...then.scheme.body.indicators, ...now.scheme.body.indicators].map(({ code, name }) => [code, name]),
    );
    return {
      day: view.day,
      schemes: { was: then.scheme.version, is: now.scheme.version },
      units: revisionsOf(ofGroup(then.results), ofGroup(now.results)).map(({ unit, total, rank, lines }) => ({
        unitId: unit.unitId,
        name: now.units.get(unit.unitId)?.name ?? '',
        total: { was: total[0], is: total[1] },
        rank: { was: rank[0], is: rank[1] },
        lines: lines.map(({ indicator, was, is }) => ({
          indicator,
          name: names.get(indicator) ?? indicator,
          was: was && { points: was.points, why: was.why },
          is: is && { points: is.points, why: is.why },
        })),
      })),
      late: (await lateRecords(db, { domainId, asOf: view.asOf, knownBy, group })).map(
        ({ title, ...record }) => ({
          ...record,
          title: names.get(title) ?? title,
        }),
      ),
    };
  });
}

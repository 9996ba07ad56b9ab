import type { RankingGroup } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { writeScoreSheet } from '../../documents/workbook/score-sheet.ts';
import type { ScoreSheet, SheetPoints } from '../../documents/workbook/sheet-data.ts';
import type { Line } from '../../domain/score/data.ts';
import { type Indicator, roleOf } from '../../domain/score/scheme.ts';
import { type Day, dayOf, endOf, partsOf } from '../../domain/time/day.ts';
import { longDay, shortInstant } from '../../domain/time/format.ts';
import { Refusal } from '../../errors.ts';
import { scoreOnDay } from '../ranking/compute-ranking.ts';
import type { Scored } from '../ranking/score-as-of.ts';
import { daySettledOr } from '../ranking/score-shown.ts';
import { rootName } from '../units/root-name.ts';
import type { Download } from './download.ts';

function pointsOf(line: Line | undefined): SheetPoints {
  switch (line?.state) {
    case 'notApplicable':
      return { points: '不适用', missing: false };
    case 'notDue':
      return { points: '未到期', missing: false };
    case 'scored':
      return { points: line.points, missing: false };
    default:
      return { points: 0, missing: true };
  }
}

/** The indicators that stand across; a veto is a column of its own in every sheet. */
const across = (indicators: readonly Indicator[], group: RankingGroup) =>
  indicators.flatMap(({ code, name, weight, method, group: of }) => {
    const role = roleOf(method);
    return of !== group || role === 'veto' ? [] : [{ code, name, weight, role }];
  });

/** The score sheet's content: one group as it was scored. */
export function sheetOf(scored: Scored, group: RankingGroup, title: string, basis: string): ScoreSheet {
  const { body } = scored.scheme;
  const indicators = across(body.indicators, group);
  return {
    title,
    group: body.groups.find((each) => each.key === group)?.name ?? '',
    basis,
    asOf: scored.asOf,
    indicators,
    bonusCap: body.bonusCap,
    rows: scored.results
      .filter((result) => result.group === group)
      .map((result) => ({
        unit: scored.units.get(result.unitId)?.name ?? '',
        points: indicators.map(({ code }) => pointsOf(result.lines.find((line) => line.indicator === code))),
        vetoed: result.vetoed,
        scaled: result.scaled,
        bonus: result.bonus,
        penalty: result.penalty,
        total: result.total,
        rank: result.rank,
        grade: result.grade,
      })),
  };
}

/**
 * The score sheet (考核得分表) of a group as of a day, as a workbook whose totals and ranks are formulas. Throws as
 * the ranking does.
 */
export async function scoreSheet(
  ctx: Context,
  { group, day: asked }: { group: RankingGroup; day?: Day | undefined },
): Promise<Download> {
  permit(ctx, 'ranking.see');
  const shown = asked ?? dayOf(ctx.clock());
  const scored = await scoreOnDay(ctx, shown);
  const { year, version, body } = scored.scheme;
  const name = body.groups.find((each) => each.key === group)?.name;
  if (name === undefined) throw new Refusal('notFound', 'noGroup', '考核方案里没有这个分组');
  const day = daySettledOr(scored, shown);
  const until =
    scored.asOf < endOf(day) ? `${partsOf(day).year}年${shortInstant(scored.asOf)}` : longDay(day);
  const title = `${await rootName(ctx)}${year}年度考核得分表（${name}）`;
  const basis = `考核方案：${year}年第${version}版    统计截至：${until}    计分方式：${scored.settled === null ? '滚动计分' : '年度最终得分（已定档）'}`;
  return {
    name: `${title}${day}.xlsx`,
    bytes: await writeScoreSheet(sheetOf(scored, group, title, basis)),
  };
}

import type { AnnualId, RankingGroup } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { toObject } from '../../domain/annual/decide.ts';
import { may } from '../../domain/permissions.ts';
import { dayOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { readFiles, readObjections } from './annual-records.ts';
import { readAnnual } from './annual-state.ts';
import { daysAfter } from './facts.ts';
import { nameOf, readFigures } from './figures.ts';
import { headsOf, rowsOf } from './result-rows.ts';

const PUBLIC_STEPS = ['notice', 'recheck', 'settled'];

/**
 * The public list of one group (公示名单): everybody's result with its lines, objections and their answers; read-only.
 * Once signed it is what was signed. Throws `forbidden`, `notFound`, and `conflict` where nothing is public yet.
 */
export async function showNotice(ctx: Context, { id, group }: { id: AnnualId; group: RankingGroup }) {
  permit(ctx, 'annual.see');
  const calendar = await readCalendar(ctx);
  return ctx.read(async (db) => {
    const annual = await readAnnual(db, ctx.domainId, id);
    const { now } = annual;
    if (!PUBLIC_STEPS.includes(now.step)) {
      throw new Refusal('conflict', 'notPublic', '考评还没有结束，公示后可以查看结果');
    }
    const today = dayOf(ctx.clock());
    const of = { domainId: ctx.domainId, annualId: id };
    const { result, hash } = await readFigures(db, ctx.domainId, annual, ctx.clock());
    const raised = await readObjections(db, of);
    const files = (await readFiles(db, of)).filter(({ use }) => use === 'objection');
    const rows = rowsOf(result, group);
    const lineName = new Map(result.scheme.indicators.map(({ code, name }) => [code, name]));
    const mayObject = (unitId: (typeof rows)[number]['unitId'], code: string): boolean => {
      const already = raised.some((each) => each.unitId === unitId && each.indicator === code);
      if (ctx.actor.kind !== 'person' || !may(ctx.actor, 'annual.object', unitId)) return false;
      return toObject(now, today, already) === null;
    };
    return {
      id,
      name: nameOf(annual),
      step: now.step,
      group,
      noticeUntil: now.noticeUntil,
      daysLeft:
        now.step !== 'notice' || now.noticeUntil === null ? 0 : daysAfter(calendar, today, now.noticeUntil),
      hash: now.signed === null ? null : hash,
      indicators: headsOf(result, group),
      rows: rows.map((row) => ({
        ...row,
        lines: row.lines.map((line) => ({ ...line, mayObject: mayObject(row.unitId, line.indicator) })),
      })),
      objections: raised.flatMap(({ unitId, indicator, at, answeredAt, ...objection }) => {
        const row = rows.find((each) => each.unitId === unitId);
        if (row === undefined) return [];
        const line = row.lines.find((each) => each.indicator === indicator);
        const head = headsOf(result, group).find(({ code }) => code === indicator);
        if (line === undefined || head === undefined) return [];
        const readable = ctx.actor.kind === 'system' || may(ctx.actor, 'annual.evidence', unitId);
        return [
          {
            ...objection,
            unitId,
            unit: row.name,
            indicator,
            name: lineName.get(indicator) ?? indicator,
            form: head.form,
            value: line.value,
            points: line.points,
            why: line.why,
            at: at.toISOString(),
            answeredAt: answeredAt?.toISOString() ?? null,
            files: files
              .filter((file) => readable && file.unitId === unitId && file.indicator === indicator)
              .map(({ id: fileId, name }) => ({ id: fileId, name })),
          },
        ];
      }),
    };
  });
}

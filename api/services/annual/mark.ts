import { annualMarks } from '../../../db/schema/annual-lines.ts';
import type { AnnualId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, type PersonActor, permit, type Tx } from '../../context.ts';
import { mayMark, toHandIn, toMark, toOpenMarks } from '../../domain/annual/decide.ts';
import { faultOf, lineKey } from '../../domain/annual/values.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { readMarks } from './annual-records.ts';
import { type Annual, addEvent, holdAnnual, unless } from './annual-state.ts';
import { leadsOrFails, readCommittee } from './committee.ts';
import { subjectOf } from './figures.ts';
import { lineOf, readSheet, type Sheet } from './lines.ts';

export interface Mark {
  annualId: AnnualId;
  unitId: UnitId;
  indicator: string;
  mark: number;
}

/** Marks are a person's. Throws `forbidden` where the product itself would give one. */
function markerOf({ actor }: Context): PersonActor {
  if (actor.kind === 'person') return actor;
  throw new Refusal('forbidden', 'forbidden', '评分只能由考评员本人给出');
}

/** Marks one judged line of one unit (评分). Throws `forbidden`, `notFound`, `invalid` and `conflict`. */
export async function giveMark(ctx: Context, { annualId, unitId, indicator: code, mark }: Mark) {
  permit(ctx, 'annual.mark');
  await ctx.transaction(async (tx) => {
    const marker = markerOf(tx);
    const annual = await holdAnnual(tx, annualId);
    const { indicator, source } = lineOf(await readSheet(tx.db, tx.domainId, annual), unitId, code);
    const message = source === 'judged' ? faultOf(indicator, { value: mark }) : '这项指标不由考评员评分';
    if (message !== null) throw new Refusal('invalid', 'mark', message, [{ path: 'mark', message }]);
    unless(toMark(annual.now, marker, unitId), annual);
    const { domainId } = tx;
    const row = { domainId, annualId, unitId, indicator: code, personId: marker.id, mark, at: tx.clock() };
    await tx.db.insert(annualMarks).values(row);
    await recordAudit(tx, 'annual.mark', subjectOf(annual), { unitId, indicator: code });
  });
}

/** The lines that a member has to mark: judged ones of other units than the own. */
export const linesToMark = ({ scheme, units, sources }: Sheet, member: { unitId: UnitId }): string[] =>
  units
    .filter(({ id }) => mayMark(member, id))
    .flatMap(({ id, group }) =>
      scheme.indicators
        .filter((each) => each.group === group && sources.get(each.code) === 'judged')
        .map(({ code }) => lineKey(id, code)),
    );

/** Opens the marks where every member of the committee has handed in. */
async function openWhenAllAreIn(tx: Tx, annual: Annual): Promise<void> {
  const committee = await readCommittee(tx.db, tx.domainId);
  if (committee.every(({ id }) => annual.now.handedIn.has(id))) {
    await addEvent(tx, annual, { kind: 'marksOpened' });
  }
}

/**
 * Hands in one's marks (交卷): they count and can be changed no more. The last to hand in opens them all. Throws
 * `forbidden`, `notFound`, and `conflict` where a line is not marked.
 */
export async function handInMarks(ctx: Context, annualId: AnnualId) {
  permit(ctx, 'annual.mark');
  await ctx.transaction(async (tx) => {
    const marker = markerOf(tx);
    const annual = await holdAnnual(tx, annualId);
    const sheet = await readSheet(tx.db, tx.domainId, annual);
    const all = await readMarks(tx.db, { domainId: tx.domainId, annualId });
    const own = all.filter(({ personId }) => personId === marker.id);
    const marked = new Set(own.map(({ unitId, indicator }) => lineKey(unitId, indicator)));
    const unmarked = linesToMark(sheet, marker).filter((key) => !marked.has(key));
    unless(toHandIn(annual.now, marker.id, unmarked.length), annual);
    await openWhenAllAreIn(tx, await addEvent(tx, annual, { kind: 'handedIn' }));
    await recordAudit(tx, 'annual.handIn', subjectOf(annual));
  });
}

/**
 * Opens the marks before all have handed in (组长公开评分): what is not handed in does not count. Throws `forbidden`,
 * `notFound`, and `conflict` where the actor does not lead, or nobody has handed in.
 */
export async function openMarks(ctx: Context, annualId: AnnualId) {
  permit(ctx, 'annual.advance');
  await ctx.transaction(async (tx) => {
    const annual = await holdAnnual(tx, annualId);
    await leadsOrFails(tx, annual);
    unless(toOpenMarks(annual.now), annual);
    await addEvent(tx, annual, { kind: 'marksOpened' });
    await recordAudit(tx, 'annual.openMarks', subjectOf(annual));
  });
}

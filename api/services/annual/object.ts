import { and, eq } from 'drizzle-orm';
import { annualAnswers, annualObjections } from '../../../db/schema/annual-lines.ts';
import type { AnnualId, ObjectionId, ObjectionVerdict, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf } from '../../context.ts';
import { toAnswer, toObject } from '../../domain/annual/decide.ts';
import type { Entered } from '../../domain/annual/values.ts';
import { dayOf } from '../../domain/time/day.ts';
import { found, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { readObjections } from './annual-records.ts';
import { holdAnnual, unless } from './annual-state.ts';
import { subjectOf } from './figures.ts';
import { lineOf, readSheet } from './lines.ts';
import { writeOverride } from './override.ts';

export interface Objection {
  annualId: AnnualId;
  unitId: UnitId;
  indicator: string;
  text: string;
}

/**
 * Objects to one line of the unit's own result (提出异议). Throws `forbidden`, `notFound`, and `conflict` outside the
 * notice or where the line was objected to already.
 */
export async function raiseObjection(ctx: Context, { annualId, unitId, indicator, text }: Objection) {
  permit(ctx, 'annual.object', unitId);
  await ctx.transaction(async (tx) => {
    const annual = await holdAnnual(tx, annualId);
    lineOf(await readSheet(tx.db, tx.domainId, annual), unitId, indicator);
    const raised = await readObjections(tx.db, { domainId: tx.domainId, annualId });
    const already = raised.some((each) => each.unitId === unitId && each.indicator === indicator);
    unless(toObject(annual.now, dayOf(tx.clock()), already), annual);
    const by = { at: tx.clock(), personId: personOf(tx) };
    await tx.db
      .insert(annualObjections)
      .values({ domainId: tx.domainId, annualId, unitId, indicator, text, ...by });
    await recordAudit(tx, 'annual.object', subjectOf(annual), { unitId, indicator });
  });
}

export interface Answer {
  annualId: AnnualId;
  objectionId: ObjectionId;
  verdict: ObjectionVerdict;
  reason: string;
  /** What the line's value is from now on; asked for where the result is changed. */
  value?: Entered | undefined;
}

/**
 * Answers an objection (复核): the result is upheld, or changed by an override that names the objection; either with a
 * reason. Throws `forbidden`, `notFound`, `invalid` where a change names no value, and `conflict` outside 复核 or where
 * it was answered already.
 */
export async function answerObjection(ctx: Context, answer: Answer) {
  permit(ctx, 'annual.answer');
  const { annualId, objectionId, verdict, reason, value } = answer;
  await ctx.transaction(async (tx) => {
    const annual = await holdAnnual(tx, annualId);
    const [row] = await tx.db
      .select({ unitId: annualObjections.unitId, indicator: annualObjections.indicator })
      .from(annualObjections)
      .where(
        and(
          eq(annualObjections.domainId, tx.domainId),
          eq(annualObjections.annualId, annualId),
          eq(annualObjections.id, objectionId),
        ),
      );
    const { unitId, indicator } = found(row, '异议');
    const answered = await tx.db.query.annualAnswers.findFirst({
      where: (a, { and: both, eq: is }) => both(is(a.domainId, tx.domainId), is(a.objectionId, objectionId)),
    });
    unless(toAnswer(annual.now, answered !== undefined), annual);
    if (verdict === 'changed') {
      if (value === undefined) {
        const fault = { path: 'value', message: '请填写调整后的值' };
        throw new Refusal('invalid', 'valueMissing', fault.message, [fault]);
      }
      await writeOverride(tx, annual, { annualId, unitId, indicator, value, reason, objectionId });
    }
    const by = { at: tx.clock(), personId: personOf(tx) };
    await tx.db.insert(annualAnswers).values({ domainId: tx.domainId, objectionId, verdict, reason, ...by });
    await recordAudit(tx, `annual.answer.${verdict}`, subjectOf(annual), { unitId, indicator });
  });
}

import { annualResults } from '../../../db/schema/annual.ts';
import type { AnnualId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf } from '../../context.ts';
import { toAskReopen, toDecideReopen, toSign } from '../../domain/annual/decide.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { completeOrFails } from './advance.ts';
import { addEvent, holdAnnual, unless } from './annual-state.ts';
import { readFigures, subjectOf } from './figures.ts';

/**
 * Signs the result (签署定档): its bytes are kept, and their hash goes into the audit chain. `hash` is of what the leader
 * looked at. Throws `forbidden`, `notFound`, and `conflict` where an objection is not answered or the result is no
 * longer the one that was looked at.
 */
export async function signAnnual(ctx: Context, { annualId, hash }: { annualId: AnnualId; hash: string }) {
  permit(ctx, 'annual.sign');
  const calendar = await readCalendar(ctx);
  await ctx.transaction(async (tx) => {
    const annual = await holdAnnual(tx, annualId);
    unless(toSign(annual.now), annual);
    await completeOrFails(tx, annual, calendar);
    const now = tx.clock();
    const figures = await readFigures(tx.db, tx.domainId, annual, now);
    if (figures.hash !== hash) {
      throw new Refusal('conflict', 'changedSince', '结果在您查看之后有变化，请重新核对再签署');
    }
    const signed = { signedAt: now, signedBy: personOf(tx) };
    await tx.db
      .insert(annualResults)
      .values({ domainId: tx.domainId, annualId, hash, body: figures.text, ...signed });
    await addEvent(tx, annual, { kind: 'signed', hash });
    await recordAudit(tx, 'annual.sign', subjectOf(annual), { year: annual.year, kind: annual.kind, hash });
  });
}

/** Asks that a signed result be opened again (申请重开), with a reason. Throws `forbidden`, `notFound`, `conflict`. */
export async function askReopening(
  ctx: Context,
  { annualId, reason }: { annualId: AnnualId; reason: string },
) {
  permit(ctx, 'annual.reopen.ask');
  await ctx.transaction(async (tx) => {
    const annual = await holdAnnual(tx, annualId);
    unless(toAskReopen(annual.now), annual);
    await addEvent(tx, annual, { kind: 'reopenAsked', reason });
    await recordAudit(tx, 'annual.reopen.ask', subjectOf(annual));
  });
}

/**
 * Grants or refuses to open it again (同意或不同意重开): granted by another than who asked, it is back in 复核; what was
 * signed is kept. Throws `forbidden`, `notFound`, and `conflict`.
 */
export async function decideReopening(
  ctx: Context,
  { annualId, granted, reason }: { annualId: AnnualId; granted: boolean; reason?: string | undefined },
) {
  permit(ctx, 'annual.reopen.decide');
  await ctx.transaction(async (tx) => {
    const annual = await holdAnnual(tx, annualId);
    unless(toDecideReopen(annual.now, personOf(tx), granted), annual);
    const kind = granted ? 'reopenGranted' : 'reopenRefused';
    await addEvent(tx, annual, { kind, ...(reason !== undefined && { reason }) });
    await recordAudit(tx, `annual.${kind}`, subjectOf(annual), { hash: annual.now.signed?.hash ?? null });
  });
}

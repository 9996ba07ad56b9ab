import type { AnnualEventKind, AnnualId, AnnualStep } from '../../../db/vocabulary.ts';
import { type Context, permit, type Tx } from '../../context.ts';
import { lacksOf } from '../../domain/annual/lacks.ts';
import { STEP_NAMES } from '../../domain/annual/words.ts';
import { dayOf } from '../../domain/time/day.ts';
import type { Calendar } from '../../domain/time/working-days.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { type Annual, addEvent, holdAnnual, unless } from './annual-state.ts';
import { leadsOrFails } from './committee.ts';
import { readProgress } from './facts.ts';
import { subjectOf } from './figures.ts';

/** How many working days the list is public (公示期). */
const NOTICE_WORKING_DAYS = 5;

/** What ends each step; 复核 ends by a leader's signature. */
const ENDS: Readonly<Partial<Record<AnnualStep, AnnualEventKind>>> = {
  self: 'reviewBegan',
  review: 'noticePosted',
  notice: 'recheckBegan',
};

/** Throws `conflict` with what is missing, each in words, where something holds up the step. */
export async function completeOrFails(tx: Tx, annual: Annual, calendar: Calendar): Promise<void> {
  const { facts } = await readProgress(tx.db, tx.domainId, annual, { at: tx.clock(), calendar });
  const lacks = lacksOf(annual.now, facts).filter(({ blocks }) => blocks);
  if (lacks.length === 0) return;
  const faults = lacks.map(({ text }) => ({ path: '', message: text }));
  throw new Refusal('conflict', 'notComplete', `“${STEP_NAMES[annual.now.step]}”还没有完成`, faults);
}

/**
 * Moves an assessment on to its next step (转入下一步): from 自评 to 考评, on to 公示, on to 复核. Throws `forbidden`,
 * `notFound`, and `conflict` where the actor does not lead, somebody else was faster, or something is missing.
 */
export async function advanceAnnual(
  ctx: Context,
  { annualId, from }: { annualId: AnnualId; from: AnnualStep },
) {
  permit(ctx, 'annual.advance');
  const calendar = await readCalendar(ctx);
  await ctx.transaction(async (tx) => {
    const annual = await holdAnnual(tx, annualId);
    await leadsOrFails(tx, annual);
    const kind = ENDS[from];
    if (kind === undefined || annual.now.step !== from) return unless('otherStep', annual);
    await completeOrFails(tx, annual, calendar);
    const posted = kind === 'noticePosted';
    const untilOn = calendar.addWorkingDays(dayOf(tx.clock()), NOTICE_WORKING_DAYS);
    await addEvent(tx, annual, { kind, ...(posted && { untilOn }) });
    await recordAudit(tx, `annual.${kind}`, subjectOf(annual));
  });
}

import { annuals } from '../../../db/schema/annual.ts';
import type { AnnualId, AnnualKind } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { standingOf } from '../../domain/annual/standing.ts';
import { annualName } from '../../domain/annual/words.ts';
import { addDays, dayOf, endOf, lastDayOfMonth, partsOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { addEvent } from './annual-state.ts';
import { schemeOf, subjectOf } from './figures.ts';

/** How many working days the units have for their self-assessment. */
const SELF_WORKING_DAYS = 15;

export interface Opening {
  year: number;
  /** A rehearsal while the year still runs: figures are as of now. */
  kind: AnnualKind;
}

/**
 * Opens a year's assessment (启动年度考核), or a rehearsal of it (试评). Collected values are as of the year's end, of a
 * rehearsal as of now. Throws `invalid` while the year runs, and `conflict` where it is open already or the year has
 * no scheme.
 */
export async function openAnnual(ctx: Context, { year, kind }: Opening): Promise<AnnualId> {
  permit(ctx, 'annual.open');
  const calendar = await readCalendar(ctx);
  return ctx.transaction(async (tx) => {
    const now = tx.clock();
    const today = dayOf(now);
    const yearEnd = lastDayOfMonth(year, 12);
    if (kind === 'year' && today <= yearEnd) {
      const fault = { path: 'kind', message: `${year}年还没有结束，只能先做试评` };
      throw new Refusal('invalid', 'yearRuns', fault.message, [fault]);
    }
    const runs = partsOf(today).year === year;
    const cutoffAt = kind === 'trial' && runs ? now : endOf(yearEnd);
    await schemeOf(tx.db, tx.domainId, { year, cutoffAt });
    const [row] = await tx.db
      .insert(annuals)
      .values({ domainId: tx.domainId, year, kind, cutoffAt, openedAt: now })
      .onConflictDoNothing()
      .returning();
    if (row === undefined) {
      throw new Refusal('conflict', 'alreadyOpen', `${annualName(year, kind)}已经启动`);
    }
    const untilOn = calendar.addWorkingDays(addDays(today, -1), SELF_WORKING_DAYS);
    await addEvent(tx, { ...row, events: [], now: standingOf([]) }, { kind: 'opened', untilOn });
    await recordAudit(tx, 'annual.open', subjectOf(row), { year, kind });
    return row.id;
  });
}

/**
 * Opens the assessment of the year past (the job of 1 January); where it is open already, or the year had no scheme,
 * nothing happens. Gives how many were opened.
 */
export async function openYearPast(ctx: Context, at: Date): Promise<{ opened: number }> {
  const year = partsOf(dayOf(at)).year - 1;
  try {
    await openAnnual(ctx, { year, kind: 'year' });
    return { opened: 1 };
  } catch (error) {
    if (error instanceof Refusal && (error.code === 'alreadyOpen' || error.code === 'noScheme')) {
      return { opened: 0 };
    }
    throw error;
  }
}

import { and, asc, eq, inArray } from 'drizzle-orm';
import { inspectionProblems } from '../../../db/schema/inspection.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';
import { WAITING_STATES } from '../../domain/inspection/problem.ts';
import { dueText } from '../../domain/inspection/words.ts';
import { answerStep } from '../../domain/supervision/answer-step.ts';
import type { Day } from '../../domain/time/day.ts';
import { whenDue } from '../../domain/time/format.ts';
import { type Calendar, workingDaysLate } from '../../domain/time/working-days.ts';
import { tellUnit } from '../supervision/tell-unit.ts';

/**
 * Reminds the units of problems that they have not put right (催整改), on the same days on which an order's answer is
 * recalled (`answer-step.ts`): all of a unit's in one message, once a day whatever runs again. Gives how many rooms
 * were told.
 */
export async function remindOfProblems(tx: Tx, calendar: Calendar, today: Day): Promise<number> {
  const waiting = await tx.db
    .select()
    .from(inspectionProblems)
    .where(
      and(
        eq(inspectionProblems.domainId, tx.domainId),
        inArray(inspectionProblems.state, [...WAITING_STATES]),
      ),
    )
    .orderBy(asc(inspectionProblems.dueOn), asc(inspectionProblems.id));
  const lines = new Map<UnitId, string[]>();
  for (const { unitId, text, dueOn } of waiting) {
    if (answerStep(calendar, dueOn, today) === null) continue;
    const when = whenDue(dueOn, today, workingDaysLate(calendar, dueOn, today));
    lines.set(unitId, [...(lines.get(unitId) ?? []), `◆${text}｜${when}`]);
  }
  let told = 0;
  for (const [unitId, own] of lines) {
    told += await tellUnit(tx, unitId, `problems-due:${unitId}:${today}`, dueText(own));
  }
  return told;
}

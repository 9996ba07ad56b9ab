import { and, eq, inArray } from 'drizzle-orm';
import { supervisionOrders } from '../../../db/schema/supervision.ts';
import type { Tx } from '../../context.ts';
import { answerStep } from '../../domain/supervision/answer-step.ts';
import { OPEN_STATES } from '../../domain/supervision/decide.ts';
import { dueText, orderNumber } from '../../domain/supervision/words.ts';
import type { Day } from '../../domain/time/day.ts';
import { type Calendar, workingDaysLate } from '../../domain/time/working-days.ts';
import { streetOf } from './order-state.ts';
import { tellUnit } from './tell-unit.ts';

/**
 * Reminds the units of orders that they have not answered (催复), on the days of `answer-step.ts`, each step once
 * whatever runs again or beside it: the key of the message says so. Gives how many rooms were told.
 */
export async function remindOfOrders(tx: Tx, calendar: Calendar, today: Day): Promise<number> {
  const waiting = await tx.db
    .select()
    .from(supervisionOrders)
    .where(
      and(eq(supervisionOrders.domainId, tx.domainId), inArray(supervisionOrders.state, [...OPEN_STATES])),
    )
    .orderBy(supervisionOrders.id);
  const street = waiting.length === 0 ? '' : await streetOf(tx);
  let told = 0;
  for (const { id, unitId, year, number, answerBy } of waiting) {
    if (answerBy === null || year === null || number === null) continue;
    const step = answerStep(calendar, answerBy, today);
    if (step === null) continue;
    const late = workingDaysLate(calendar, answerBy, today);
    const text = dueText(orderNumber(street, year, number), answerBy, late, today);
    told += await tellUnit(tx, unitId, `order-due:${id}:${answerBy}:${step}`, text);
  }
  return told;
}

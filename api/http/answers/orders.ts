/** What is answered about supervision orders. */
import { z } from 'zod';
import { ASSIGNMENT_STATES, CHANNELS, ORDER_EVENTS, ORDER_STATES, ROLES } from '../../../db/vocabulary.ts';
import { calendarDay, count, instant, nullable, number, text } from './parts.ts';
import { evidencePiece } from './tasks.ts';

const orderRow = z
  .object({
    id: number,
    unit: z.object({ id: number, name: text }),
    state: z.enum(ORDER_STATES),
    number: nullable(text).describe('编号，下发后才有'),
    subject: nullable(text).describe('督办事项，不属于任务的'),
    reason: nullable(text).describe('督办缘由，人工发起的才有'),
    demand: text,
    answerBy: nullable(calendarDay),
    overdue: z.boolean().describe('逾期未回复'),
    workingDaysLate: count,
    draftedAt: instant,
    servedAt: nullable(instant),
    receivedAt: nullable(instant),
    answeredAt: nullable(instant),
    raisedAt: nullable(instant),
    endedAt: nullable(instant),
    version: count,
    items: z.array(
      z.object({
        assignmentId: number,
        code: text,
        title: text,
        period: text,
        state: z.enum(ASSIGNMENT_STATES),
        dueOn: calendarDay,
        workingDaysLate: count.describe('起草时逾期的工作日'),
      }),
    ),
  })
  .meta({ id: 'SupervisionOrder', description: '督办单' });

export const orderList = z
  .object({ orders: z.array(orderRow) })
  .meta({ id: 'SupervisionOrderList', description: '督办单列表' });

export const orderDetail = z
  .object({
    order: orderRow,
    events: z.array(
      z.object({
        id: number,
        at: instant,
        kind: z.enum(ORDER_EVENTS),
        person: nullable(z.object({ name: text, role: z.enum(ROLES) })),
        channel: z.enum(CHANNELS),
        note: nullable(text),
        untilOn: nullable(calendarDay),
        evidence: z.array(evidencePiece),
      }),
    ),
    suggestedAnswerBy: calendarDay.describe('通常的回复期限'),
    can: z.object({
      edit: z.boolean(),
      serve: z.boolean(),
      receive: z.boolean(),
      attach: z.boolean(),
      answer: z.boolean(),
      return: z.boolean(),
      raise: z.boolean(),
      close: z.boolean(),
      withdraw: z.boolean(),
    }),
  })
  .meta({ id: 'SupervisionOrderDetail', description: '一份督办单及其经过' });

export const orderChoiceList = z
  .object({
    choices: z.array(
      z.object({
        assignmentId: number,
        code: text,
        title: text,
        period: text,
        dueOn: calendarDay,
        workingDaysLate: count,
      }),
    ),
  })
  .meta({ id: 'SupervisionOrderChoices', description: '可督办的逾期任务' });

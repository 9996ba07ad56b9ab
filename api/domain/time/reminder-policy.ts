/**
 * When whom to remind, and where (time.md, "Reminders"): the table of stages as data. The numbers are
 * configuration; the rules in `reminder-stage.ts` know none of them.
 */
import type { Duty, ReminderStage } from '../../../db/vocabulary.ts';

/** Where a reminder is said: 工作群 · 私信 */
export type ReminderPlace = 'room' | 'private';

/** One row of the table of stages. */
export interface StageRule {
  stage: ReminderStage;
  /** Working days from the due day on which a step is due: negative before it, 0 on it, positive after the limit. */
  on: readonly number[];
  /** The same for weekly assignments, where it differs. */
  weeklyOn?: readonly number[];
  /** After the last of these, again every so many working days. */
  thenEvery?: number;
  mentions: readonly Duty[];
  places: readonly ReminderPlace[];
  /** Whether its first step drafts a supervision order (督办单) for the committee. */
  draftsOrder: boolean;
}

export type ReminderPolicy = readonly StageRule[];

const room: readonly ReminderPlace[] = ['room'];
const roomAndPrivate: readonly ReminderPlace[] = ['room', 'private'];

/** The stages as they are unless configured otherwise: 临期提醒 · 当日提醒 · 催办 · 督办 · 督办单 */
export const DEFAULT_REMINDER_POLICY: ReminderPolicy = [
  {
    stage: 'soon',
    on: [-7, -3, -1],
    weeklyOn: [-1],
    mentions: ['liaison'],
    places: room,
    draftsOrder: false,
  },
  { stage: 'today', on: [0], mentions: ['liaison'], places: room, draftsOrder: false },
  { stage: 'overdue', on: [1], mentions: ['liaison'], places: roomAndPrivate, draftsOrder: false },
  { stage: 'escalated', on: [3], mentions: ['liaison', 'head'], places: roomAndPrivate, draftsOrder: false },
  {
    stage: 'order',
    on: [7],
    thenEvery: 5,
    mentions: ['liaison', 'head', 'leaderInCharge'],
    places: roomAndPrivate,
    draftsOrder: true,
  },
];

/** Whether a stage chases what is overdue (催办), rather than recalls what is to come (提醒). */
export const isChase = (stage: ReminderStage): boolean => stage !== 'soon' && stage !== 'today';

/** The stages after the due day alone: all that the light run of the afternoon looks for. */
export const chasing = (policy: ReminderPolicy): ReminderPolicy =>
  policy.filter(({ stage }) => isChase(stage));

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

/** The numbers of a stage, where they are configured; what is left out is as it was. */
export interface StageDays {
  on?: readonly number[] | undefined;
  weeklyOn?: readonly number[] | undefined;
  thenEvery?: number | undefined;
}

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

/** The table of stages with other numbers: `{order: {on: [5], thenEvery: 3}}`. */
export const policyWith = (days: Readonly<Partial<Record<ReminderStage, StageDays>>>): ReminderPolicy =>
  DEFAULT_REMINDER_POLICY.map((rule) => {
    const { on = rule.on, weeklyOn = rule.weeklyOn, thenEvery = rule.thenEvery } = days[rule.stage] ?? {};
    return {
      ...rule,
      on,
      ...(weeklyOn !== undefined && { weeklyOn }),
      ...(thenEvery !== undefined && { thenEvery }),
    };
  });

/** What is wrong with the numbers of one stage by themselves. */
function faultOfStage({ stage, on, weeklyOn = [], thenEvery = 1 }: StageRule): string | null {
  const steps = [...on, ...weeklyOn];
  if (on.length === 0 || !steps.every(Number.isInteger)) return `${stage}.on: 要是一个或几个整数`;
  const chases = isChase(stage);
  if (chases && steps.some((step) => step <= 0)) return `${stage}.on: 逾期后的工作日数要大于0`;
  if (!chases && steps.some((step) => step > 0)) return `${stage}.on: 到期前的工作日数要写成负数，当日写0`;
  const repeats = Number.isInteger(thenEvery) && thenEvery >= 1;
  return repeats ? null : `${stage}.thenEvery: 要是正整数`;
}

/** What is wrong with a table of stages, at its place; null where nothing is. Steps climb from the first to the last. */
export function faultOfPolicy(policy: ReminderPolicy): string | null {
  const fault = policy.map(faultOfStage).find((each) => each !== null);
  if (fault !== undefined) return fault;
  const steps = policy.flatMap(({ stage, on }) => on.map((step) => ({ stage, step })));
  const after = steps.findIndex(({ step }, n) => n > 0 && step <= (steps[n - 1]?.step ?? step));
  const late = steps[after];
  return late === undefined
    ? null
    : `${late.stage}.on: 天数要逐级递增，${late.step} 不大于前面的 ${steps[after - 1]?.step}`;
}

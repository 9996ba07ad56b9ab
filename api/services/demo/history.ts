/** What a made-up unit did with an assignment: records told from its habits, the same every time. */

import { EXTENSION_REASONS, type Habits, RETURN_REASONS } from '../../../db/demo/habits.ts';
import { type Chance, chanceOf } from '../../../db/demo/random.ts';
import type { Measure, RecordKind } from '../../../db/vocabulary.ts';
import { addDays, type Day, daysBetween, startOf } from '../../domain/time/day.ts';
import type { Calendar } from '../../domain/time/working-days.ts';

export interface DemoAssignment {
  unit: string;
  code: string;
  period: string;
  measure: Measure;
  target: number | null;
  recurring: boolean;
  /** The first day on which the unit may have reported: its period has begun, and it was told of it. */
  begins: Day;
  firstDueOn: Day;
}

/** One thing that happened; `by` is whose doing it was. */
export interface Happening {
  at: Date;
  kind: RecordKind;
  by: 'unit' | 'office';
  byChat: boolean;
  percent?: number;
  count?: number;
  untilOn?: Day;
  reason?: string;
}

/** An office hour of a day, to the minute. */
function hourOf(day: Day, chance: Chance): Date {
  return new Date(startOf(day).getTime() + chance.between(8 * 60 + 30, 17 * 60 + 30) * 60_000);
}

/** The first working day on or after a day. */
const workingDay = (calendar: Calendar, day: Day): Day =>
  calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, 1);

/** The day the unit first submits, not before `earliest`; null where it has not. */
function submissionDay(
  { recurring }: DemoAssignment,
  { earliest, due }: { earliest: Day; due: Day },
  habits: Habits,
  chance: Chance,
): Day | null {
  if (chance.happens(habits.punctual)) {
    const span = Math.max(0, daysBetween(earliest, due));
    return addDays(due, -chance.between(0, Math.min(span, recurring ? 4 : 20)));
  }
  return chance.happens(habits.neglected) ? null : addDays(due, chance.between(1, 15));
}

/** What a report on the way says: a percentage, or a count towards the target. */
function stated(of: DemoAssignment, part: number): Pick<Happening, 'percent' | 'count'> {
  if (of.measure === 'count') return { count: Math.floor((of.target ?? 1) * part) };
  return { percent: Math.round((part * 100) / 5) * 5 };
}

/** Everything that happened to the assignment before `until`, in order. */
export function historyOf(of: DemoAssignment, habits: Habits, calendar: Calendar, until: Date): Happening[] {
  const chance = chanceOf(`${of.unit} ${of.code} ${of.period}`);
  const said = () => ({ by: 'unit' as const, byChat: chance.happens(habits.byChat) });
  const happened: Happening[] = [];
  let due = of.firstDueOn;
  let earliest = of.begins;

  if (!of.recurring && chance.happens(habits.extended)) {
    const asked = addDays(due, -chance.between(3, 9));
    due = addDays(due, chance.between(10, 25));
    const reason = chance.pick(EXTENSION_REASONS);
    happened.push({ at: hourOf(asked, chance), kind: 'extensionAsked', untilOn: due, reason, ...said() });
    const granted = calendar.addWorkingDays(asked, 1);
    happened.push({
      at: hourOf(granted, chance),
      kind: 'extensionGranted',
      by: 'office',
      byChat: false,
      untilOn: due,
    });
    // Who has submitted needs no extension.
    earliest = addDays(granted, 1);
  }

  const submitted = submissionDay(of, { earliest, due }, habits, chance);
  const span = daysBetween(of.begins, submitted ?? due);
  if (span > 12) {
    for (const part of chance.happens(0.5) ? [0.4, 0.75] : [0.6]) {
      const day = addDays(of.begins, Math.floor(span * part));
      happened.push({ at: hourOf(day, chance), kind: 'reported', ...said(), ...stated(of, part) });
    }
  }
  if (submitted !== null) finish(of, submitted, habits, calendar, chance, happened);
  return happened
    .filter(({ at }) => at.getTime() < until.getTime())
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The submission, what the office said of it, and where it was returned, the second one. */
function finish(
  of: DemoAssignment,
  day: Day,
  habits: Habits,
  calendar: Calendar,
  chance: Chance,
  happened: Happening[],
): void {
  const byChat = chance.happens(habits.byChat);
  const at = hourOf(day, chance);
  const figures = of.measure === 'count' ? { percent: 100, count: of.target ?? 1 } : { percent: 100 };
  happened.push({ at, kind: 'submitted', by: 'unit', byChat, ...figures });
  if (chance.happens(habits.withEvidence)) {
    happened.push({ at: new Date(at.getTime() + 90_000), kind: 'evidenceAttached', by: 'unit', byChat });
  }
  const checked = calendar.addWorkingDays(workingDay(calendar, day), chance.between(1, 2));
  if (!chance.happens(habits.returned)) {
    happened.push({ at: hourOf(checked, chance), kind: 'verified', by: 'office', byChat: false });
    return;
  }
  const reason = chance.pick(RETURN_REASONS);
  happened.push({ at: hourOf(checked, chance), kind: 'returned', by: 'office', byChat: false, reason });
  const again = calendar.addWorkingDays(checked, chance.between(1, 3));
  happened.push({ at: hourOf(again, chance), kind: 'submitted', by: 'unit', byChat, ...figures });
  const passed = calendar.addWorkingDays(again, 1);
  happened.push({ at: hourOf(passed, chance), kind: 'verified', by: 'office', byChat: false });
}

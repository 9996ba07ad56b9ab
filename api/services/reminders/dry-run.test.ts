/** The reminders of the demo year at single instants, checked by a calendar written out by hand. */
import { join } from 'node:path';
import { count, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { assignments, reminders } from '../../../db/schema/assignments.ts';
import { audit } from '../../../db/schema/system.ts';
import type { DomainId } from '../../../db/vocabulary.ts';
import { type Clock, type Context, createContext } from '../../context.ts';
import { builtin } from '../../house.ts';
import { createLog } from '../../log.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { DEMO_OPENS } from '../demo/demo-clock.ts';
import { loadDemo } from '../demo/load-demo.ts';
import { createFileStore } from '../files/file-store.ts';
import { type DryReminder, dryRunReminders } from './dry-run.ts';

/** From the State Council's arrangement for 2026, a week from its Monday: 班 is a working day, 休 a day of rest. */
const WRITTEN_OUT = [
  ['2026-01-26', '班班班班班休休'],
  ['2026-02-02', '班班班班班休休'],
  ['2026-02-09', '班班班班班班休'], // Saturday 14 February is made up for
  ['2026-02-16', '休休休休休休休'], // Spring Festival, 15 to 23 February
  ['2026-02-23', '休班班班班班休'], // Saturday 28 February is made up for
  ['2026-03-02', '班班班班班休休'],
  ['2026-03-09', '班班班班班休休'],
  ['2026-06-15', '班班班班休休休'], // Dragon Boat Festival, 19 to 21 June
  ['2026-06-22', '班班班班班休休'],
  ['2026-06-29', '班班班班班休休'],
  ['2026-07-06', '班班班班班休休'],
  ['2026-09-14', '班班班班班休班'], // Sunday 20 September is made up for
  ['2026-09-21', '班班班班休休休'], // Mid-Autumn, 25 to 27 September
  ['2026-09-28', '班班班休休休休'], // National Day, 1 to 7 October
  ['2026-10-05', '休休休班班班休'], // Saturday 10 October is made up for
  ['2026-10-12', '班班班班班休休'],
] as const;

const store = await openTestStore();
let now: Context;
beforeAll(async () => {
  const contextOf = (domainId: DomainId, clock: Clock): Context =>
    createContext(
      {
        ...{ domainId, actor: { kind: 'system', name: 'test' }, channel: 'system', clock },
        log: createLog('silent'),
        files: createFileStore(join(inject('testFolder'), 'files-dry')),
      },
      store.db,
    );
  const domainId = await loadDemo(store.db, contextOf, builtin(), new Date('2026-11-24T10:00:00+08:00'));
  now = contextOf(domainId, () => DEMO_OPENS);
});

const at = (day: string): Promise<DryReminder[]> => dryRunReminders(now, new Date(`${day}T08:30:00+08:00`));

const AHEAD = { mentions: ['liaison'], channel: 'room' };
const STAGES: Readonly<Record<string, Pick<DryReminder, 'mentions' | 'channel'>>> = {
  soon: AHEAD,
  today: AHEAD,
  overdue: { mentions: ['liaison'], channel: 'room+private' },
  escalated: { mentions: ['liaison', 'head'], channel: 'room+private' },
  order: { mentions: ['liaison', 'head', 'leaderInCharge'], channel: 'room+private' },
};

/** What village 9 neglected in the weeks of Spring Festival, and what everybody is asked for at the end of months. */
describe.each([
  // Due Sunday 15 February, the first day of the holiday: Tuesday 24 is the first working day after.
  ['2026-02-24', '示例九村', '2.4-3', '2026-02-15', 'overdue', 1],
  // 24, 25 and 26 February.
  ['2026-02-26', '示例九村', '2.4-3', '2026-02-15', 'escalated', 3],
  // 24 to 27, Saturday 28, 2 and 3 March are seven.
  ['2026-03-03', '示例九村', '2.4-3', '2026-02-15', 'order', 7],
  // Once a week after that: 4, 5, 6, 9, 10 March are five more.
  ['2026-03-10', '示例九村', '2.4-3', '2026-02-15', 'order', 12],
  // Due Saturday 28 February: 12, 13, 14, 24, 25, 26, 27 are the seven working days before it.
  ['2026-02-12', '示例六村', '2.1-3', '2026-02-28', 'soon', 0],
  ['2026-02-25', '示例六村', '2.1-3', '2026-02-28', 'soon', 0],
  ['2026-02-27', '示例六村', '2.1-3', '2026-02-28', 'soon', 0],
  ['2026-02-28', '示例六村', '2.1-3', '2026-02-28', 'today', 0],
  ['2026-03-02', '示例六村', '2.1-3', '2026-02-28', 'overdue', 1],
  // Due Wednesday 30 September: 20, 21, 22, 23, 24, 28, 29 are the seven working days before it.
  ['2026-09-20', '示例一村', '2.1-3', '2026-09-30', 'soon', 0],
  ['2026-09-24', '示例一村', '2.1-3', '2026-09-30', 'soon', 0],
  ['2026-09-30', '示例一村', '2.1-3', '2026-09-30', 'today', 0],
  // 8, 9 and Saturday 10 October; the seventh is Thursday 15.
  ['2026-10-08', '示例一村', '2.1-3', '2026-09-30', 'overdue', 1],
  ['2026-10-10', '示例一村', '2.1-3', '2026-09-30', 'escalated', 3],
  ['2026-10-15', '示例一村', '2.1-3', '2026-09-30', 'order', 7],
])('on %s', (day, unit, task, due, stage, workingDaysLate) => {
  test(`${unit} is told of ${task} due ${due}: ${stage}`, async () => {
    const said = (await at(day)).filter(
      (each) => each.unit === unit && each.task === task && each.due === due,
    );
    expect(said).toEqual([{ unit, stage, task, due, workingDaysLate, ...STAGES[stage] }]);
  });
});

/** Working days after one day up to another, counted on the calendar above; null where it does not reach. */
function countedByHand(after: string, until: string): number | null {
  const days = WRITTEN_OUT.flatMap(([monday, week]) =>
    [...week].map((kind, n) => ({
      day: new Date(Date.parse(`${monday}T00:00:00Z`) + n * 86_400_000).toISOString().slice(0, 10),
      working: kind === '班',
    })),
  );
  const between = days.filter(({ day }) => day > after && day <= until);
  const span = (Date.parse(until) - Date.parse(after)) / 86_400_000;
  return between.length === span ? between.filter(({ working }) => working).length : null;
}

const FROM_LATE: Readonly<Record<string, (late: number) => boolean>> = {
  overdue: (late) => late === 1,
  escalated: (late) => late === 3,
  order: (late) => late >= 7 && (late - 7) % 5 === 0,
};

test.each(['2026-02-26', '2026-03-10', '2026-06-29', '2026-07-09', '2026-10-10'])(
  'on %s every line has the stage that its day calls for, by unit and then urgency',
  async (day) => {
    const said = await at(day);
    const units = said.map(({ unit }) => unit);
    expect(units.filter((unit, n) => unit !== units[n - 1])).toHaveLength(new Set(units).size);
    for (const [n, line] of said.entries()) {
      expect(line).toMatchObject(STAGES[line.stage] ?? {});
      const late = line.due < day ? countedByHand(line.due, day) : 0;
      if (late !== null) expect(line.workingDaysLate).toBe(late);
      const next = said[n + 1];
      if (next?.unit === line.unit) expect(rank(next)).toBeLessThanOrEqual(rank(line));
      // A second limit makes a task overdue later than it is late.
      if (late !== null && line.task !== '1.2-2')
        expect(FROM_LATE[line.stage]?.(late) ?? late === 0).toBe(true);
    }
    expect(said.length).toBeGreaterThan(0);
  },
);

const rank = ({ stage }: DryReminder): number => Object.keys(STAGES).indexOf(stage);

test('on a day of rest, and on a working day that no step falls on, that task is silent', async () => {
  expect(await at('2026-10-01')).toEqual([]);
  expect(await at('2026-02-16')).toEqual([]);
  expect((await at('2026-10-09')).filter(({ due }) => due === '2026-09-30')).toEqual([]);
});

test('nothing is written by all this', async () => {
  const counts = async () =>
    Promise.all(
      [assignments, reminders, audit].map(async (table) => {
        const [row] = await store.db
          .select({ n: count() })
          .from(table)
          .where(eq(table.domainId, now.domainId));
        return row?.n;
      }),
    );
  const before = await counts();
  await at('2026-03-10');
  await at('2026-10-08');
  expect(await counts()).toEqual(before);
});

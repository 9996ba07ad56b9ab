/**
 * Two processes on one database through two months of a clock that is told to them, killed and started again at random:
 * no run is made twice, none is lost, each step of the reminders goes out once (trust.md). Without a PostgreSQL server
 * the same with two runners in one process.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import { expect, inject, onTestFinished, test } from 'vitest';
import { addDays, day } from '../api/domain/time/day.ts';
import { DEFAULT_REMINDER_POLICY } from '../api/domain/time/reminder-policy.ts';
import { reminderRun, type SentStep, stageFor } from '../api/domain/time/reminder-stage.ts';
import { createCalendar } from '../api/domain/time/working-days.ts';
import { databaseAt } from '../api/testing/global-setup.ts';
import { giveSmallPlan } from '../api/testing/small-plan.ts';
import { openTestStore } from '../api/testing/test-store.ts';
import { type World, world } from '../api/testing/world.ts';
import { openServer, runOnServer, type Store } from '../db/open.ts';
import { refersTo } from '../db/refers-to.ts';
import { assignments, reminders } from '../db/schema/assignments.ts';
import { tasks } from '../db/schema/plans.ts';
import { jobRuns } from '../db/schema/system.ts';
import { owed } from './due.ts';
import { createTick } from './runner.ts';
import { simulated } from './testing/simulated.ts';

const CHILD = fileURLToPath(new URL('./testing/runner-child.ts', import.meta.url));
const FROM = day('2026-06-01');
const DAYS = 61;
/** After each job is due on its day; what a dead process left is taken up at the look after. */
const LOOKS = ['03:01', '09:06', '17:06', '23:51'];
const KILLS = 4;

const instants = Array.from({ length: DAYS }, (_, n) => addDays(FROM, n)).flatMap((date) =>
  LOOKS.map((time) => `${date}T${time}:00+08:00`),
);
/** The last kill leaves time for what it broke off to be taken up. */
const killAt = new Set(
  Array.from({ length: KILLS }, () => Math.floor(Math.random() * (instants.length - LOOKS.length))),
);

/** Something that does what is due at an instant, and may be ended in the midst of it. */
interface Runner {
  look(instant: string): Promise<void>;
  kill(): Promise<void>;
}

async function childOn(address: string, domainId: number): Promise<Runner> {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', CHILD, address, `${domainId}`], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const gone = once(child, 'exit');
  const said = (): Promise<unknown> =>
    Promise.race([child.stdout === null ? gone : once(child.stdout, 'data'), gone]);
  await said();
  return {
    async look(instant) {
      const answered = said();
      child.stdin?.write(`${instant}\n`);
      await answered;
    },
    async kill() {
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** A runner in this process; ended, it is simply not asked any more. */
function runnerIn(w: World): Runner {
  const tick = createTick(w.system, simulated(), { pause: () => Promise.resolve() });
  return { look: () => tick(), kill: () => Promise.resolve() };
}

async function liveThrough(w: World, start: () => Promise<Runner>): Promise<void> {
  const pair = [await start(), await start()];
  for (const [n, instant] of instants.entries()) {
    w.clock.set(instant);
    const looking = pair.map((runner) => runner.look(instant));
    if (killAt.has(n)) {
      const victim = n % 2;
      await pair[victim]?.kill();
      pair[victim] = await start();
    }
    await Promise.all(looking);
  }
  for (const runner of pair) await runner.kill();
}

/** Every run that the timetable calls for, and what became of it. */
async function checkRuns({ db }: Store, w: World): Promise<void> {
  const first = new Date(instants[0] ?? '');
  const last = new Date(instants.at(-1) ?? '');
  const expected = simulated().flatMap(({ name, cron, catchUp }) => [
    ...owed({ cron, catchUp }, null, first).map((at) => `${name} ${at.toISOString()}`),
    ...owed({ cron, catchUp: 'always' }, first, last).map((at) => `${name} ${at.toISOString()}`),
  ]);
  const runs = await db.select().from(jobRuns).where(eq(jobRuns.domainId, w.domainId));
  const made = runs.map(({ job, scheduledAt }) => `${job} ${scheduledAt.toISOString()}`);
  expect(made.toSorted()).toEqual([...new Set(expected)].toSorted());
  expect(runs.filter(({ outcome }) => outcome !== 'done')).toEqual([]);
}

/** Every step that the rules call for, one assignment and one day at a time. */
async function checkReminders({ db }: Store, w: World): Promise<void> {
  const calendar = createCalendar();
  const rows = await db
    .select({ assignment: assignments, everyWeeks: tasks.everyWeeks })
    .from(assignments)
    .innerJoin(tasks, refersTo(assignments, 'taskId', tasks))
    .where(eq(assignments.domainId, w.domainId));
  const expected = rows.flatMap(({ assignment, everyWeeks }) => {
    const sent: SentStep[] = [];
    for (let today = FROM; today < addDays(FROM, DAYS); today = addDays(today, 1)) {
      if (!calendar.isWorkingDay(today)) continue;
      const run = reminderRun(today, calendar, DEFAULT_REMINDER_POLICY);
      const due = { ...assignment, weekly: everyWeeks !== null, waitedFrom: null };
      const step = assignment.opensOn > today ? null : stageFor(due, run, sent);
      if (step !== null) sent.push({ ...step, acknowledged: false });
    }
    return sent.map(({ step }) => `${assignment.id} ${step}`);
  });
  const told = await db.select().from(reminders).where(eq(reminders.domainId, w.domainId));
  expect(told.map(({ assignmentId, step }) => `${assignmentId} ${step}`).toSorted()).toEqual(
    expected.toSorted(),
  );
}

test('no run twice, none lost, each reminder once', { timeout: 300_000 }, async () => {
  const database = inject('testDatabase');
  if (database.kind === 'pglite') {
    const store = await openTestStore();
    const w = await world(store, { now: '2026-06-01T00:05:00+08:00' });
    await giveSmallPlan(w);
    await liveThrough(w, () => Promise.resolve(runnerIn(w)));
    await checkRuns(store, w);
    await checkReminders(store, w);
    return;
  }
  const name = `duban_two_${Date.now()}_${process.pid}`;
  await runOnServer(database.url, `create database ${name} template ${database.template}`);
  const address = databaseAt(database.url, name);
  const store = await openServer(address, 3);
  onTestFinished(async () => {
    await store.close();
    await runOnServer(database.url, `drop database ${name} with (force)`);
  });
  const w = await world(store, { now: '2026-06-01T00:05:00+08:00' });
  await giveSmallPlan(w);
  await liveThrough(w, () => childOn(address, w.domainId));
  await checkRuns(store, w);
  await checkReminders(store, w);
});

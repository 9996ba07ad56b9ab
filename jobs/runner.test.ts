import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { pauseJob, requestRun } from '../api/services/jobs/direct-jobs.ts';
import { showJobs } from '../api/services/jobs/show-jobs.ts';
import { openTestStore } from '../api/testing/test-store.ts';
import { type World, world } from '../api/testing/world.ts';
import { contacts, outbox } from '../db/schema/chat.ts';
import { nextDue } from './due.ts';
import type { Job } from './job.ts';
import { createTick, runOnce } from './runner.ts';

const store = await openTestStore();

const job = (over: Partial<Job> & Pick<Job, 'run'>): Job => ({
  name: 'daily',
  cron: '30 8 * * *',
  what: '测试',
  catchUp: 'today',
  minutes: 1,
  ...over,
});

/** A job that notes the instants it ran for. */
function noting(over: Partial<Job> = {}) {
  const ran: string[] = [];
  return {
    ran,
    job: job({ ...over, run: (_, at) => Promise.resolve({ runs: ran.push(at.toISOString()) }) }),
  };
}

/** No test waits for a second attempt. */
const pause = () => Promise.resolve();

/** The runs of jobs, the latest first. */
async function runs(w: World, jobs: readonly Job[]) {
  const rows = jobs.map((each) => ({ ...each, next: (after: Date) => nextDue(each, after) }));
  return (await showJobs(w.as('admin'), rows)).flatMap((each) => each.runs);
}

test('of two processes that wake at the same minute, one runs the job', async () => {
  const w = await world(store, { now: '2026-06-29T08:30:01+08:00' });
  const { ran, job: shared } = noting();
  await Promise.all([createTick(w.system, [shared])(), createTick(w.system, [shared])()]);
  expect(ran).toEqual(['2026-06-29T00:30:00.000Z']);
  expect(await runs(w, [shared])).toMatchObject([{ outcome: 'done', counts: { runs: 1 }, byHand: false }]);
});

test('over a month of minutes a job runs once for each instant it was due at', async () => {
  const w = await world(store, { now: '2026-06-01T00:00:30+08:00' });
  const { ran, job: hourly } = noting({ cron: '0 */6 * * *', catchUp: 'always' });
  let tick = createTick(w.system, [hourly]);
  for (let quarter = 0; quarter < 4 * 24 * 7; quarter++) {
    await tick();
    // A restart now and then must neither repeat nor lose a run.
    if (quarter % 37 === 0) tick = createTick(w.system, [hourly]);
    w.clock.advance(15);
  }
  expect(new Set(ran).size).toBe(ran.length);
  expect(ran).toHaveLength(4 * 7);
});

test('a run missed in the night is made up where that still makes sense', async () => {
  const w = await world(store, { now: '2026-06-29T11:00:00+08:00' });
  const late = noting({ name: 'late', catchUp: 'today' });
  const yesterday = noting({ name: 'yesterday', cron: '50 23 * * *', catchUp: 'today' });
  const always = noting({ name: 'always', cron: '50 23 * * *', catchUp: 'always' });
  const never = noting({ name: 'never', catchUp: 'never' });
  await createTick(w.system, [late.job, yesterday.job, always.job, never.job])();
  expect([late, yesterday, always, never].map(({ ran }) => ran.length)).toEqual([1, 0, 1, 0]);
});

test('after days offline each missed record is made up, of what is built or said only the last', async () => {
  const w = await world(store, { now: '2026-06-25T23:50:00+08:00' });
  const always = noting({ name: 'always', cron: '50 23 * * *', catchUp: 'always' });
  const last = noting({ name: 'last', cron: '10 0 * * *', catchUp: 'last' });
  const today = noting({ name: 'today', catchUp: 'today' });
  const jobs = [always.job, last.job, today.job];
  await createTick(w.system, jobs)();
  w.clock.set('2026-06-29T09:00:00+08:00');
  await createTick(w.system, jobs)();
  const on = (ran: readonly string[]) => ran.map((at) => at.slice(0, 10));
  expect(on(always.ran)).toEqual(['2026-06-25', '2026-06-26', '2026-06-27', '2026-06-28']);
  expect(on(last.ran)).toEqual(['2026-06-24', '2026-06-28']);
  expect(on(today.ran)).toEqual(['2026-06-25', '2026-06-29']);
});

test('a job that fails is tried again twice, then recorded as failed, and the admins are told once', async () => {
  const w = await world(store);
  const { domainId } = w;
  const { id: personId } = w.person('admin');
  await store.db.insert(contacts).values({
    domainId,
    gateway: 'simulator',
    externalId: 'admin',
    name: 'admin',
    personId,
    boundAt: w.clock(),
  });
  let tries = 0;
  const failing = job({ run: () => Promise.reject(new Error(`try ${++tries}`)) });
  expect(await runOnce(w.system, failing, w.clock(), { pause })).toBeNull();
  expect(await runOnce(w.system, failing, w.clock(), { pause })).toBeNull();
  expect(tries).toBe(3);
  expect(await runs(w, [failing])).toMatchObject([{ outcome: 'failed', error: 'try 3', attempts: 3 }]);
  const told = await store.db.select().from(outbox).where(eq(outbox.domainId, domainId));
  expect(told.map(({ text }) => text)).toEqual([expect.stringContaining('定时任务未能完成：测试')]);
});

test('a run whose process died is taken up again once its time is over, and the dead one has no last word', async () => {
  const w = await world(store, { now: '2026-06-29T08:30:00+08:00' });
  let release = (): void => undefined;
  const stuck = job({
    run: () =>
      new Promise((resolve) => {
        release = () => resolve({ runs: 99 });
      }),
  });
  const dead = createTick(w.system, [stuck])();
  while ((await runs(w, [stuck])).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  const { ran, job: again } = noting();
  const tick = createTick(w.system, [again]);
  await tick();
  expect(ran).toHaveLength(0);
  w.clock.advance(6);
  await tick();
  await tick();
  expect(ran).toEqual(['2026-06-29T00:30:00.000Z']);
  release();
  await dead;
  expect(await runs(w, [again])).toMatchObject([{ outcome: 'done', counts: { runs: 1 } }]);
});

test('a paused job is skipped by every process, run by hand all the same, and goes on when it is resumed', async () => {
  const w = await world(store, { now: '2026-06-29T08:29:30+08:00' });
  const { ran, job: daily } = noting({ catchUp: 'always' });
  const ticks = [createTick(w.system, [daily]), createTick(w.system, [daily])];
  const both = () => Promise.all(ticks.map((tick) => tick()));
  await both();
  ran.length = 0;
  await pauseJob(w.as('admin'), 'daily', true);
  w.clock.advance(1);
  await both();
  expect(ran).toEqual([]);
  expect((await runs(w, [daily]))[0]).toMatchObject({ outcome: 'skipped' });
  await requestRun(w.as('admin'), 'daily');
  await expect(requestRun(w.as('admin'), 'daily')).rejects.toMatchObject({ kind: 'conflict' });
  await both();
  expect(ran).toEqual(['2026-06-29T00:30:30.000Z']);
  expect((await runs(w, [daily]))[0]).toMatchObject({ outcome: 'done', byHand: true, requestedBy: 'admin8' });
  await pauseJob(w.as('admin'), 'daily', false);
  w.clock.set('2026-06-30T08:30:10+08:00');
  await both();
  expect(ran).toEqual(['2026-06-29T00:30:30.000Z', '2026-06-30T00:30:00.000Z']);
});

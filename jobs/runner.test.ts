import { expect, test } from 'vitest';
import { listRuns } from '../api/services/jobs/job-runs.ts';
import { openTestStore } from '../api/testing/test-store.ts';
import { type World, world } from '../api/testing/world.ts';
import type { Job } from './job.ts';
import { createTick, lastDue, nextDue, runOnce } from './runner.ts';

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

const runs = (w: World) => listRuns(w.as('admin'));

test('times of the table are China times, whatever the zone of the machine', () => {
  const now = new Date('2026-06-29T08:30:00+08:00');
  expect(lastDue({ cron: '30 8 * * *' }, now).toISOString()).toBe('2026-06-29T00:30:00.000Z');
  expect(nextDue({ cron: '30 8 * * *' }, now).toISOString()).toBe('2026-06-30T00:30:00.000Z');
  expect(lastDue({ cron: '0 9 * * 1' }, now).toISOString()).toBe('2026-06-22T01:00:00.000Z');
});

test('of two processes that wake at the same minute, one runs the job', async () => {
  const w = await world(store, { now: '2026-06-29T08:30:01+08:00' });
  const { ran, job: shared } = noting();
  await Promise.all([createTick(w.system, [shared])(), createTick(w.system, [shared])()]);
  expect(ran).toEqual(['2026-06-29T00:30:00.000Z']);
  expect(await runs(w)).toMatchObject([{ job: 'daily', outcome: 'done', counts: { runs: 1 } }]);
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

test('a job that fails is tried again twice, then recorded as failed with its error', async () => {
  const w = await world(store);
  let tries = 0;
  const failing = job({ run: () => Promise.reject(new Error(`try ${++tries}`)) });
  expect(await runOnce(w.system, failing, w.clock())).toBeNull();
  expect(tries).toBe(3);
  expect(await runs(w)).toMatchObject([{ outcome: 'failed', error: 'try 3', attempts: 3 }]);
});

test('a run whose process died is taken up again once its time is over', async () => {
  const w = await world(store);
  const stuck = job({ run: () => new Promise(() => undefined) });
  const at = w.clock();
  void runOnce(w.system, stuck, at);
  const { ran, job: again } = noting();
  while ((await runs(w)).length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(await runOnce(w.system, again, at)).toBeNull();
  w.clock.advance(4);
  expect(await runOnce(w.system, again, at)).toEqual({ runs: 1 });
  expect(ran).toHaveLength(1);
});

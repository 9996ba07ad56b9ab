import { and, asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { chanceOf } from '../../../db/demo/random.ts';
import { reportedValues, snapshots } from '../../../db/schema/assessment.ts';
import { assignments } from '../../../db/schema/assignments.ts';
import type { AssignmentId, RankingGroup } from '../../../db/vocabulary.ts';
import { BUILTIN_SCHEME } from '../../domain/score/builtin.ts';
import { addDays, type Day, day, endOf, partsOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { giveSmallPlan } from '../../testing/small-plan.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { type World, world } from '../../testing/world.ts';
import { reportProgress } from '../progress/report-progress.ts';
import { verifyAssignment } from '../progress/verify-assignment.ts';
import { ranking } from './compute-ranking.ts';
import { publishScheme } from './publish-scheme.ts';
import { takeSnapshot } from './take-snapshot.ts';

const w = await world(await openTestStore(), { now: '2026-01-02T09:00:00+08:00' });
const chance = chanceOf('a year of snapshots');
const pick = <T>(all: readonly T[]): T | undefined => all[Math.floor(chance.next() * all.length)];

/** What was reported of an assignment that is open by then, perhaps for a day some while ago; refusals are life. */
async function something(on: Day): Promise<void> {
  const ofDomain = eq(assignments.domainId, w.domainId);
  const rows = await w.store.db
    .select({ id: assignments.id, opensOn: assignments.opensOn, version: assignments.version })
    .from(assignments)
    .where(ofDomain)
    .orderBy(asc(assignments.dueOn), asc(assignments.id));
  const one = pick(rows.filter(({ opensOn }) => opensOn <= on));
  if (one === undefined) return;
  const late = new Date(w.clock().getTime() - Math.floor(chance.next() * 12) * 86_400_000);
  const said = w.as('office').as(w.person('office'), 'chat', chance.happens(0.4) ? () => late : w.clock);
  await step(said, one.id, one.version).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
  });
}

async function step(said: World['system'], assignmentId: AssignmentId, version: number): Promise<void> {
  if (chance.happens(0.6)) await reportProgress(said, { assignmentId, done: true });
  else if (chance.happens(0.7)) await verifyAssignment(said, { assignmentId, version, decision: 'verify' });
  else await verifyAssignment(said, { assignmentId, version, decision: 'return', reason: '请补充' });
}

/** A figure corrected for a day that is long past. */
async function correct(on: Day, value: boolean): Promise<void> {
  await w.store.db.insert(reportedValues).values({
    domainId: w.domainId,
    year: 2026,
    indicator: 'V6',
    unitId: w.unit.village,
    value: { value },
    at: endOf(addDays(on, -40)),
    recordedAt: w.clock(),
  });
}

/** Lives through the year, with a snapshot on some of its nights; gives those. */
async function liveThroughYear(): Promise<Day[]> {
  const nights: Day[] = [];
  for (let on = day('2026-01-03'); on < '2027-01-01'; on = addDays(on, 1)) {
    w.clock.set(`${on}T15:00:00+08:00`);
    if (chance.happens(0.35)) await something(on);
    if (partsOf(on).date === 20) await correct(on, chance.happens(0.5));
    if (on === '2026-07-15') await publishScheme(w.system, { ...BUILTIN_SCHEME, bonusCap: 2 });
    if (partsOf(addDays(on, 1)).date !== 1 && partsOf(on).date % 15 !== 4) continue;
    w.clock.set(endOf(on).toISOString());
    await takeSnapshot(w.system, on);
    nights.push(on);
  }
  return nights;
}

/** The ranking of a day is what was kept of it. */
async function isAsKept(on: Day, group: RankingGroup): Promise<void> {
  const kept = await w.store.db
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.domainId, w.domainId), eq(snapshots.day, on), eq(snapshots.rankingGroup, group)));
  const { rows } = await ranking(w.system, { group, day: on });
  for (const row of rows) {
    const then = kept.find(({ unitId }) => unitId === row.unitId);
    expect(then?.total === null ? null : Number(then?.total), `${on} ${row.name}`).toBe(row.total);
    expect([then?.rank, then?.grade]).toEqual([row.rank, row.grade]);
    expect(then?.lines).toEqual(row.lines.map(({ name: _, section: __, ...line }) => line));
  }
  expect(kept).toHaveLength(rows.length);
}

test('every day of a year, asked for at its end, is what was shown that night, whatever was written down since', async () => {
  await publishScheme(w.system, BUILTIN_SCHEME);
  await giveSmallPlan(w);
  const nights = await liveThroughYear();
  expect(nights.length).toBeGreaterThan(30);
  for (const on of nights) {
    await isAsKept(on, 'village');
    await isAsKept(on, 'department');
  }
  const june = { group: 'village', day: day('2026-06-30') } as const;
  expect(await ranking(w.system, { ...june, known: 'now' })).not.toEqual(await ranking(w.system, june));
});

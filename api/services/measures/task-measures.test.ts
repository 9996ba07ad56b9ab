import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignments, progressRecords } from '../../../db/schema/assignments.ts';
import { tasks } from '../../../db/schema/plans.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import { fold } from '../../domain/assignment/fold.ts';
import { standing } from '../../domain/assignment/record.ts';
import { addDays, day, dayOf, endOf } from '../../domain/time/day.ts';
import { aStep, assignmentsOf, doStep } from '../../testing/random-steps.ts';
import { giveSmallPlan } from '../../testing/small-plan.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { type World, world } from '../../testing/world.ts';
import type { Measured, Question, Share } from './measure.ts';
import { collectMeasures, recordsBehind } from './registry.ts';

const store = await openTestStore();
const KEYS = ['task.completion', 'task.timeliness', 'report.timeliness'] as const;

/** The measures once more, in plain words over the raw records, one assignment at a time. */
async function recomputed(
  w: World,
  asOf: Date,
  knownBy: Date,
): Promise<Record<(typeof KEYS)[number], Share[]>> {
  const rows = await w.store.db
    .select({ assignment: assignments, task: tasks })
    .from(assignments)
    .innerJoin(tasks, eq(tasks.id, assignments.taskId))
    .where(eq(assignments.domainId, w.domainId));
  const records = await w.store.db
    .select()
    .from(progressRecords)
    .where(eq(progressRecords.domainId, w.domainId));
  const facts = rows
    .filter(({ assignment }) => assignment.createdAt <= asOf)
    .map(({ assignment, task }) => {
      const known = records.filter(
        (record) => record.assignmentId === assignment.id && record.recordedAt <= knownBy,
      );
      const said = standing(known).filter((record) => record.at <= asOf);
      const now = fold(said, assignment.firstDueOn);
      const onTime = now.submittedAt !== null && dayOf(now.submittedAt) <= now.dueOn;
      const isReport = task.measure === 'milestone' && task.dueOn === null;
      return {
        unitId: assignment.unitId,
        due: endOf(now.dueOn) <= asOf,
        done: now.state === 'done',
        onTime,
        isReport,
      };
    })
    .filter((fact) => fact.due);
  const shares = (counted: typeof facts, met: (fact: (typeof facts)[number]) => boolean): Share[] =>
    [...new Set(counted.map((fact) => fact.unitId))].map((unitId: UnitId) => {
      const own = counted.filter((fact) => fact.unitId === unitId);
      return { unitId, of: own.filter(met).length, all: own.length };
    });
  return {
    'task.completion': shares(facts, (fact) => fact.done),
    'task.timeliness': shares(facts, (fact) => fact.onTime),
    'report.timeliness': shares(
      facts.filter((fact) => fact.isReport),
      (fact) => fact.onTime,
    ),
  };
}

const byUnit = (measured: readonly Measured[]) => [...measured].sort((a, b) => a.unitId - b.unitId);

/** The figure that the records behind it add up to. */
async function addedUp(w: World, unitId: UnitId, key: string, question: Question): Promise<Share> {
  const behind = await w.system.read((db) => recordsBehind(db, question, unitId, key));
  return { unitId, of: behind?.filter(({ met }) => met).length ?? 0, all: behind?.length ?? 0 };
}

test('on any history, as of any day of it and as known at any later one, each measure in SQL is what the raw records say', async () => {
  const history = fc.array(aStep, { minLength: 10, maxLength: 30 });
  await fc.assert(
    fc.asyncProperty(history, fc.nat(180), fc.nat(90), async (steps, daysIn, daysLater) => {
      const w = await world(store, { now: '2026-01-05T09:00:00+08:00' });
      await giveSmallPlan(w);
      w.clock.set('2026-05-20T09:00:00+08:00');
      const ids = await assignmentsOf(w);
      for (const each of steps) {
        w.clock.advance(each.wait * 24 * 60 + 7);
        await doStep(w, each, ids);
      }
      const asOf = endOf(addDays(day('2026-01-31'), daysIn));
      const ofYear = { domainId: w.domainId, year: 2026, asOf };
      for (const knownBy of [undefined, endOf(addDays(dayOf(asOf), daysLater))]) {
        const question = { ...ofYear, knownBy };
        const expected = await recomputed(w, asOf, knownBy ?? asOf);
        const found = await w.system.read((db) => collectMeasures(db, question, new Set(KEYS)));
        const one = { ...question, units: [w.unit.otherVillage] };
        const ofOne = await w.system.read((db) => collectMeasures(db, one, new Set(KEYS)));
        for (const key of KEYS) {
          expect(ofOne.get(key), key).toEqual(
            expected[key].filter(({ unitId }) => unitId === w.unit.otherVillage),
          );
          const shares = byUnit(found.get(key) ?? []);
          expect(shares, key).toEqual(byUnit(expected[key]));
          for (const { unitId } of shares) {
            expect(await addedUp(w, unitId, key, question)).toEqual(
              shares.find((each) => each.unitId === unitId),
            );
          }
        }
      }
    }),
    { numRuns: 6 },
  );
});

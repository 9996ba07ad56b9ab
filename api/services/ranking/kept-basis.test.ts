import { and, eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignments } from '../../../db/schema/assignments.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import { BUILTIN_SCHEME } from '../../domain/score/builtin.ts';
import { found } from '../../errors.ts';
import { aStep, assignmentsOf, doStep } from '../../testing/random-steps.ts';
import { giveSmallPlan } from '../../testing/small-plan.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { world } from '../../testing/world.ts';
import { versionOf } from '../audit/read-version.ts';
import { COLLECTED } from '../measures/registry.ts';
import { reportProgress } from '../progress/report-progress.ts';
import { recordValues } from '../values/record-values.ts';
import { collectBasis } from './collect-values.ts';
import { bringUpToDate, collectKept } from './kept-basis.ts';
import { publishScheme } from './publish-scheme.ts';

const MEASURES = new Set<string>(COLLECTED);
const store = await openTestStore();

/** A sub-district with a plan that has been due for some months, its assignments, and a way to ask what is there now. */
async function prepared() {
  const w = await world(store, { now: '2026-01-05T09:00:00+08:00' });
  await publishScheme(w.system, BUILTIN_SCHEME);
  await giveSmallPlan(w);
  w.clock.set('2026-05-20T09:00:00+08:00');
  const now = () => ({ domainId: w.domainId, year: 2026, asOf: w.clock() });
  return { w, now, ids: await assignmentsOf(w) };
}

test('whatever happens, and however late it is told, what is kept is what all records say', async () => {
  const { w, now, ids } = await prepared();
  // Steps of a few hours, so that several fall on one day and the day changes too.
  const steps = fc.array(fc.tuple(aStep, fc.integer({ min: 1, max: 9 * 60 })), {
    minLength: 5,
    maxLength: 15,
  });
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      for (const [step, minutes] of history) {
        w.clock.advance(minutes);
        await doStep(w, step, ids);
        const fromAll = await w.system.read((db) => collectBasis(db, now(), MEASURES));
        expect(await w.system.read((db) => collectKept(db, now(), MEASURES))).toEqual(fromAll);
      }
    }),
    { numRuns: 3 },
  );
});

test('a record about a unit has the figures of that unit collected, and of no other', async () => {
  const { w, now } = await prepared();
  const [first] = await w.store.db
    .select({ id: assignments.id, unitId: assignments.unitId })
    .from(assignments)
    .where(and(eq(assignments.domainId, w.domainId), eq(assignments.unitId, w.unit.village)));
  const assignmentId = found(first, '交办').id;
  const before = await w.system.read(async (db) => ({
    version: await versionOf(db, w.domainId),
    asOf: w.clock(),
    basis: await collectBasis(db, now(), MEASURES),
  }));
  const brought = () => w.system.read((db) => bringUpToDate(db, now(), MEASURES, before));
  w.clock.advance(5);
  expect((await brought()).collected).toEqual(new Set());
  await reportProgress(w.as('office'), { assignmentId, done: true });
  expect((await brought()).collected).toEqual(new Set([w.unit.village]));

  const value = (unitId: UnitId) => ({ unitId, indicator: 'V4', written: '90%', replaces: null });
  await recordValues(w.as('committee'), [value(w.unit.otherVillage)]);
  expect((await brought()).collected).toEqual(new Set([w.unit.village, w.unit.otherVillage]));

  // What may concern any unit has all collected.
  await publishScheme(w.system, { ...BUILTIN_SCHEME, bonusCap: 3 });
  expect((await brought()).collected).toBe('all');
});

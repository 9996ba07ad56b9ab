import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inspectionEvents, inspectionFindings, inspections } from '../../../db/schema/inspection.ts';
import type { CheckListId, Day, InspectionId, UnitId, Verdict } from '../../../db/vocabulary.ts';
import { addDays, day, dayOf, endOf, partsOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { giveCheckList } from '../../testing/check-list.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { type World, world } from '../../testing/world.ts';
import { completeInspection } from '../inspections/complete-inspection.ts';
import { planInspection } from '../inspections/plan-inspection.ts';
import { recordFindings } from '../inspections/record-findings.ts';
import { reportRectified, reviewProblem } from '../inspections/rectify-problem.ts';
import { showInspection } from '../inspections/show-inspection.ts';
import type { Question } from './measure.ts';
import { collectMeasures, recordsBehind } from './registry.ts';

const store = await openTestStore();

interface Visit {
  of: 'village' | 'otherVillage';
  verdicts: Verdict[];
  /** Days until what is wrong is to be put right, and until the unit reports; it may be sent back once. */
  days: number;
  after: number;
  returned: boolean;
  /** Days until the first item is found to be otherwise, and what it is then; null for never. */
  corrected: { after: number; verdict: Verdict } | null;
}

/** Lives through one inspection as its people would; what may not be done then is refused, and life goes on. */
async function visited(w: World, listId: CheckListId, visit: Visit): Promise<void> {
  const committee = w.as('committee', 'street');
  const heldOn = dayOf(w.clock());
  const rectifyBy = addDays(heldOn, visit.days);
  const inspectionId = await planInspection(committee, {
    ...{ unitId: w.unit[visit.of], listId, heldOn },
    inspectors: [w.person('committee', 'street').id],
  });
  const answers = visit.verdicts.map((verdict, at) => ({
    ...{ item: at + 1, verdict, replaces: null, note: '问题', rectifyBy },
  }));
  await recordFindings(committee, { inspectionId, answers });
  await completeInspection(committee, { inspectionId, version: 1, link: '' });
  const days: [number, () => Promise<unknown>][] = [];
  const [problem] = (await showInspection(committee, inspectionId)).problems;
  if (problem !== undefined) {
    const problemId = problem.id;
    days.push([visit.after, () => reportRectified(w.as('liaison', visit.of), { problemId, note: '已改' })]);
    const said = visit.returned
      ? ({ decision: 'return', reason: '不足' } as const)
      : ({ decision: 'accept' } as const);
    days.push([visit.after + 1, () => reviewProblem(committee, { problemId, version: 2, ...said })]);
  }
  const { corrected } = visit;
  if (corrected !== null) {
    days.push([corrected.after, () => correct(w, inspectionId, corrected.verdict, rectifyBy)]);
  }
  let passed = 0;
  for (const [on, deed] of days.sort((a, b) => a[0] - b[0])) {
    w.clock.advance((on - passed) * 1440 + 1);
    passed = on;
    await deed().catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  }
}

async function correct(w: World, inspectionId: InspectionId, verdict: Verdict, rectifyBy: Day) {
  const committee = w.as('committee', 'street');
  const { items } = await showInspection(committee, inspectionId);
  const replaces = items[0]?.findings.at(-1)?.id ?? null;
  await recordFindings(committee, {
    inspectionId,
    answers: [{ item: 1, verdict, replaces, note: '更正', rectifyBy }],
  });
}

type Told = typeof inspectionEvents.$inferSelect;

/** Whether a problem with this past was not put right by its day, and in which year that day lies. */
function missedIn(past: readonly Told[], asOf: Date): number | null {
  const due = past.findLast(({ untilOn }) => untilOn !== null)?.untilOn;
  const last = past.findLast(({ kind }) => kind === 'reported' || kind === 'returned');
  const inTime = last?.kind === 'reported' && due && dayOf(last.at) <= due;
  if (!due || inTime || endOf(due) > asOf || past.some(({ kind }) => kind === 'withdrawn')) return null;
  return partsOf(due).year;
}

/** Both measures once more, in plain words over the raw records. */
async function recomputed(w: World, { asOf, knownBy = asOf, year }: Question) {
  const { db } = w.store;
  const { domainId } = w;
  const held = await db.select().from(inspections).where(eq(inspections.domainId, domainId));
  const events = (
    await db
      .select()
      .from(inspectionEvents)
      .where(eq(inspectionEvents.domainId, domainId))
      .orderBy(inspectionEvents.id)
  ).filter(({ at, recordedAt }) => at <= asOf && recordedAt <= knownBy);
  const findings = (
    await db
      .select()
      .from(inspectionFindings)
      .where(eq(inspectionFindings.domainId, domainId))
      .orderBy(inspectionFindings.id)
  ).filter(({ recordedAt }) => recordedAt <= knownBy);
  const counted = held.filter(
    ({ id, heldOn }) =>
      partsOf(heldOn).year === year &&
      events.some(({ inspectionId, kind }) => inspectionId === id && kind === 'completed'),
  );
  const verdicts = counted.flatMap(({ id, unitId }) => {
    const own = findings.filter(({ inspectionId }) => inspectionId === id);
    const last = new Map(own.map(({ item, verdict }) => [item, verdict]));
    return [...last.values()].filter((each) => each !== 'notApplicable').map((each) => ({ unitId, each }));
  });
  const problems = [...new Set(events.flatMap(({ problemId }) => problemId ?? []))].flatMap((id) => {
    const past = events.filter(({ problemId }) => problemId === id);
    const unitId = held.find((each) => each.id === past[0]?.inspectionId)?.unitId;
    return missedIn(past, asOf) === year && unitId !== undefined ? [unitId] : [];
  });
  const unitsIn = (ids: readonly UnitId[]) => [...new Set(ids)];
  return {
    pass: new Map(
      unitsIn(verdicts.map(({ unitId }) => unitId)).map((unitId) => {
        const own = verdicts.filter((each) => each.unitId === unitId);
        return [unitId, { of: own.filter(({ each }) => each === 'met').length, all: own.length }];
      }),
    ),
    problems: new Map(
      unitsIn(problems).map((unitId) => [unitId, problems.filter((each) => each === unitId).length]),
    ),
  };
}

const verdict = fc.constantFrom<Verdict[]>('met', 'unmet', 'notApplicable');
const visits = fc.array(
  fc.record<Visit>({
    of: fc.constantFrom('village', 'otherVillage'),
    verdicts: fc.tuple(verdict, verdict, fc.constant<Verdict>('met')),
    days: fc.integer({ min: 0, max: 12 }),
    after: fc.integer({ min: 0, max: 15 }),
    returned: fc.boolean(),
    corrected: fc.option(fc.record({ after: fc.integer({ min: 0, max: 20 }), verdict })),
  }),
  { minLength: 1, maxLength: 4 },
);

test('检查合格率 and 逾期未整改问题数 as of any day, as known at any later one, are what the raw records say', async () => {
  await fc.assert(
    fc.asyncProperty(visits, fc.nat(75), fc.nat(40), async (list, daysIn, daysLater) => {
      const w = await world(store, { now: '2026-11-20T09:00:00+08:00' });
      const listId = await giveCheckList(w);
      for (const visit of list) await visited(w, listId, visit);
      const asOf = endOf(addDays(day('2026-11-20'), daysIn));
      const year = partsOf(dayOf(new Date(asOf.getTime() - 1))).year;
      for (const knownBy of [undefined, endOf(addDays(dayOf(asOf), daysLater))]) {
        const question = { domainId: w.domainId, year, asOf, knownBy };
        const expected = await recomputed(w, question);
        const keys = new Set(['inspection.pass', 'inspection.problems']);
        const found = await w.system.read((db) => collectMeasures(db, question, keys));
        const shares = found.get('inspection.pass') ?? [];
        expect(new Map(shares.map(({ unitId, ...share }) => [unitId, share]))).toEqual(expected.pass);
        const counts = found.get('inspection.problems') ?? [];
        expect(new Map(counts.map((each) => [each.unitId, 'count' in each ? each.count : -1]))).toEqual(
          expected.problems,
        );
        const one = { ...question, units: [w.unit.otherVillage] };
        const ofOne = await w.system.read((db) => collectMeasures(db, one, keys));
        for (const [key, all] of found) {
          expect(ofOne.get(key)).toEqual(all.filter(({ unitId }) => unitId === w.unit.otherVillage));
        }
        for (const unitId of [w.unit.village, w.unit.otherVillage]) {
          const behind = (key: string) => w.system.read((db) => recordsBehind(db, question, unitId, key));
          const items = (await behind('inspection.pass')) ?? [];
          const { of, all } = expected.pass.get(unitId) ?? { of: 0, all: 0 };
          expect([items.filter((each) => each.met).length, items.length]).toEqual([of, all]);
          expect(await behind('inspection.problems')).toHaveLength(expected.problems.get(unitId) ?? 0);
        }
      }
    }),
    { numRuns: 12 },
  );
});

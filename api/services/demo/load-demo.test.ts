import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { asc, eq, gt, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { rowsOf, type Store } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { snapshots } from '../../../db/schema/assessment.ts';
import { assignments, evidence, progressRecords } from '../../../db/schema/assignments.ts';
import { inbox } from '../../../db/schema/chat.ts';
import { tasks } from '../../../db/schema/plans.ts';
import { units } from '../../../db/schema/units.ts';
import type { DomainId } from '../../../db/vocabulary.ts';
import { type Clock, type Context, createContext } from '../../context.ts';
import {
  toAskExtension,
  toAttach,
  toDecideExtension,
  toReport,
  toVerify,
} from '../../domain/assignment/decide.ts';
import { fold } from '../../domain/assignment/fold.ts';
import { inOrder, type ProgressRecord } from '../../domain/assignment/record.ts';
import { dayOf } from '../../domain/time/day.ts';
import { builtin } from '../../house.ts';
import { createLog } from '../../log.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { createFileStore } from '../files/file-store.ts';
import { overview } from '../overview/compute-overview.ts';
import { ranking } from '../ranking/compute-ranking.ts';
import { subdistrictOf } from '../units/found-subdistrict.ts';
import { DEMO_OPENS, demoClock } from './demo-clock.ts';
import { loadDemo } from './load-demo.ts';

const store = await openTestStore();
const REAL_NOW = new Date('2026-11-24T10:00:00+08:00');

const contextsOn =
  (db: Store['db']) =>
  (domainId: DomainId, clock: Clock): Context =>
    createContext(
      {
        domainId,
        actor: { kind: 'system', name: 'test' },
        channel: 'system',
        clock,
        log: createLog('silent'),
        files: createFileStore(join(inject('testFolder'), 'files-demo')),
      },
      db,
    );

const load = (into: Store): Promise<DomainId> =>
  subdistrictOf(into.db, (db) => loadDemo(db, contextsOn(db), builtin(), REAL_NOW));

let domainId: DomainId;
let now: Context;
beforeAll(async () => {
  domainId = await load(store);
  now = contextsOn(store.db)(domainId, () => DEMO_OPENS);
});

const rows = () =>
  store.db
    .select({ assignment: assignments, code: tasks.code, unit: units.name })
    .from(assignments)
    .innerJoin(tasks, refersTo(assignments, 'taskId', tasks))
    .innerJoin(units, refersTo(assignments, 'unitId', units))
    .where(eq(assignments.domainId, domainId))
    .orderBy(asc(assignments.id));

async function recordsByAssignment(): Promise<Map<number, ProgressRecord[]>> {
  const all = await store.db
    .select()
    .from(progressRecords)
    .where(eq(progressRecords.domainId, domainId))
    .orderBy(asc(progressRecords.id));
  const byAssignment = new Map<number, ProgressRecord[]>();
  for (const record of all) {
    byAssignment.set(record.assignmentId, [...(byAssignment.get(record.assignmentId) ?? []), record]);
  }
  return byAssignment;
}

/** Everything that was done in the year, told without the numbers that the database gives. */
async function digest({ db }: Store): Promise<string> {
  const told = await rowsOf<{ line: string }>(
    db,
    sql`select concat_ws('|', u.name, t.code, a.period, a.opens_on, a.due_on, a.state, a.percent, a.count, a.version,
        r.kind, extract(epoch from r.at), r.channel, p.name, r.percent, r.count, r.until_on, r.reason, r.note, m.text,
        e.name, e.file_hash) as line
      from assignments a
      join units u on u.id = a.unit_id
      join tasks t on t.domain_id = a.domain_id and t.id = a.task_id
      left join progress_records r on r.domain_id = a.domain_id and r.assignment_id = a.id
      left join people p on p.domain_id = r.domain_id and p.id = r.person_id
      left join inbox m on m.domain_id = r.domain_id and m.id = r.message_id
      left join evidence e on e.domain_id = r.domain_id and e.record_id = r.id`,
  );
  const scores = await rowsOf<{ line: string }>(
    db,
    sql`select concat_ws('|', s.day, u.name, s.total, s.rank, s.grade, s.lines::text) as line
      from snapshots s join units u on u.id = s.unit_id`,
  );
  const lines = [...told, ...scores].map(({ line }) => line).sort();
  expect(lines.length).toBeGreaterThan(2500);
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

describe('the demo year', () => {
  test('is the same every time', async () => {
    const other = await openTestStore();
    await load(other);
    const [one, another] = [await digest(store), await digest(other)];
    await other.close();
    expect(another).toBe(one);
  });

  test('stands as its records add up', async () => {
    const records = await recordsByAssignment();
    for (const { assignment } of await rows()) {
      expect(assignment).toMatchObject(fold(records.get(assignment.id) ?? [], assignment.firstDueOn));
    }
  });

  test('could have happened: every step was allowed when it was taken', async () => {
    const records = await recordsByAssignment();
    const told = (await rows()).map(({ assignment, code, unit }) => {
      const history = inOrder(records.get(assignment.id) ?? []);
      const obstacles = history.flatMap((record, n) => {
        const before = fold(history.slice(0, n), assignment.firstDueOn);
        const obstacle = obstacleTo(record, before);
        return obstacle === null
          ? []
          : [`${unit} ${code} ${record.kind} on ${dayOf(record.at)}: ${obstacle}`];
      });
      const early = history.filter((record) => record.at < assignment.createdAt);
      return [...obstacles, ...early.map((record) => `${unit} ${code} ${record.kind} before it was given`)];
    });
    expect(told.flat()).toEqual([]);
  });

  test('has nothing after the instant at which it opens', async () => {
    const late = [
      await store.db.select().from(progressRecords).where(gt(progressRecords.recordedAt, DEMO_OPENS)),
      await store.db.select().from(inbox).where(gt(inbox.receivedAt, DEMO_OPENS)),
      await store.db.select().from(assignments).where(gt(assignments.createdAt, DEMO_OPENS)),
      await store.db
        .select()
        .from(snapshots)
        .where(gt(snapshots.day, dayOf(DEMO_OPENS))),
    ];
    expect(late.flat()).toEqual([]);
  });

  test('has its clock stand at that instant when it is loaded, and go on with the machine’s', async () => {
    const { db } = store;
    const clock = await demoClock(contextsOn(db)(domainId, () => REAL_NOW));
    expect(clock?.()).toEqual(DEMO_OPENS);
    const anHourLater = await demoClock(
      contextsOn(db)(domainId, () => new Date(REAL_NOW.getTime() + 3_600_000)),
    );
    expect(anHourLater?.()).toEqual(new Date(DEMO_OPENS.getTime() + 3_600_000));
  });
});

describe('what it shows', () => {
  test('villages differ enough for the ranking to mean something, and departments too', async () => {
    for (const group of ['village', 'department'] as const) {
      const { rows: ranked } = await ranking(now, { group });
      const totals = ranked.flatMap(({ total }) => (total === null ? [] : [total]));
      expect(totals).toHaveLength(group === 'village' ? 12 : 10);
      expect(Math.max(...totals) - Math.min(...totals)).toBeGreaterThanOrEqual(15);
      expect(new Set(ranked.map(({ grade }) => grade)).size).toBeGreaterThanOrEqual(3);
      expect(ranked.some(({ rank, previousRank }) => rank !== previousRank)).toBe(true);
    }
  });

  test('the first village has its ledger of June still to do', async () => {
    const june = (await rows()).find(
      ({ unit, code, assignment }) =>
        unit === '示例一村' && code === '2.1-3' && assignment.period === '2026-06',
    );
    expect(['open', 'active']).toContain(june?.assignment.state);
  });

  test('there are late ones, returned submissions, extensions, evidence, and some waiting for the office', async () => {
    const states = new Set((await rows()).map(({ assignment }) => assignment.state));
    expect([...states].sort()).toEqual(['active', 'done', 'open', 'returned', 'submitted']);
    const kinds = new Set([...(await recordsByAssignment()).values()].flat().map(({ kind }) => kind));
    expect(kinds).toContain('extensionGranted');
    expect(await store.db.$count(evidence)).toBeGreaterThan(50);
    const shown = await overview(now);
    expect(shown.overdue.total).toBeGreaterThan(5);
    expect(shown.overdue.rows.length).toBeGreaterThan(5);
    for (const { value, previous } of shown.figures) {
      expect(value).not.toBeNull();
      expect(previous).not.toBeNull();
    }
    for (const { rows: ranked } of shown.rankings) {
      for (const { trend } of ranked) expect(trend.filter((total) => total !== null)).toHaveLength(12);
    }
  });
});

/** Why the life of an assignment forbids a step, by the product's own rules. */
function obstacleTo(record: ProgressRecord, before: ReturnType<typeof fold>): string | null {
  switch (record.kind) {
    case 'reported':
    case 'submitted':
      return toReport(before);
    case 'verified':
    case 'returned':
      return toVerify(before);
    case 'extensionAsked':
      return record.untilOn === null ? 'no day' : toAskExtension(before, record.untilOn, dayOf(record.at));
    case 'extensionGranted':
    case 'extensionRefused':
      return toDecideExtension(before, record.untilOn);
    case 'evidenceAttached':
      return toAttach(before);
    case 'undone':
      return null;
  }
}

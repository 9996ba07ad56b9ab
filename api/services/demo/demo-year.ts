/** The demo year's assignments with their histories, written in bulk and folded by the product's own rule. */
import { asc, eq, sql } from 'drizzle-orm';
import { HABITS } from '../../../db/demo/habits.ts';
import { chanceOf } from '../../../db/demo/random.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments, evidence, progressRecords } from '../../../db/schema/assignments.ts';
import { inbox } from '../../../db/schema/chat.ts';
import { tasks } from '../../../db/schema/plans.ts';
import { units } from '../../../db/schema/units.ts';
import type { AssignmentId, PersonId } from '../../../db/vocabulary.ts';
import type { Context, Tx } from '../../context.ts';
import { fold } from '../../domain/assignment/fold.ts';
import type { ProgressRecord } from '../../domain/assignment/record.ts';
import { addDays, dayOf, laterOf } from '../../domain/time/day.ts';
import { createCalendar } from '../../domain/time/working-days.ts';
import type { KeptFile } from '../files/keep-file.ts';
import type { DemoPerson, DemoWorld } from './demo-people.ts';
import { type Happening, historyOf } from './history.ts';
import { reportText } from './report-text.ts';

const BATCH = 1000;

interface Happened extends Happening {
  assignmentId: AssignmentId;
  unit: string;
  code: string;
  title: string;
}

const batches = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / BATCH) }, (_, n) => rows.slice(n * BATCH, (n + 1) * BATCH));

async function happenings(tx: Tx, until: Date) {
  const rows = await tx.db
    .select({ assignment: assignments, task: tasks, unit: units.name })
    .from(assignments)
    .innerJoin(tasks, refersTo(assignments, 'taskId', tasks))
    .innerJoin(units, refersTo(assignments, 'unitId', units))
    .where(eq(assignments.domainId, tx.domainId))
    .orderBy(asc(assignments.id));
  const calendar = createCalendar();
  const all = rows.flatMap(({ assignment, task, unit }): Happened[] => {
    const habits = HABITS[unit];
    if (habits === undefined) return [];
    const { period, opensOn, firstDueOn, createdAt } = assignment;
    const begins = laterOf(opensOn, addDays(dayOf(createdAt), 1));
    const { code, title, measure, target } = task;
    const of = { unit, code, period, measure, target, recurring: task.dueOn === null, begins, firstDueOn };
    return historyOf(of, habits, calendar, until).map((happening) => ({
      ...happening,
      assignmentId: assignment.id,
      unit,
      code,
      title,
    }));
  });
  return { rows, all: all.sort((a, b) => a.at.getTime() - b.at.getTime()) };
}

/** The chat messages in which things were said, stored as the inbox has them; gives the number of each. */
async function addMessages(
  tx: Tx,
  said: readonly Happened[],
  world: DemoWorld,
  liaisons: ReadonlyMap<string, DemoPerson>,
) {
  const ids: (number | null)[] = [];
  for (const batch of batches(said)) {
    const rows = batch.flatMap((each, n) => {
      const person = liaisons.get(each.unit);
      const roomId = world.roomIds.get(each.unit);
      if (!each.byChat || person === undefined || roomId === undefined) return [];
      return [
        {
          domainId: tx.domainId,
          gateway: 'simulator' as const,
          externalId: `demo-message-${ids.length + n}`,
          roomId,
          contactId: person.contactId,
          text: reportText(each, chanceOf(`${each.unit} ${each.code} ${each.at.getTime()}`)),
          sentAt: each.at,
          receivedAt: each.at,
          state: 'handled' as const,
          handledAt: each.at,
        },
      ];
    });
    const added =
      rows.length === 0
        ? []
        : await tx.db.insert(inbox).values(rows).returning({ id: inbox.id, key: inbox.externalId });
    const byKey = new Map(added.map((row) => [row.key, row.id]));
    const from = ids.length;
    for (const n of batch.keys()) ids.push(byKey.get(`demo-message-${from + n}`) ?? null);
  }
  return ids;
}

/** Adds records in the order of time; gives them as the rules see them, by assignment. */
async function addRecords(
  tx: Tx,
  happened: readonly Happened[],
  messageIds: readonly (number | null)[],
  who: (each: Happened) => PersonId | null,
) {
  const made = new Map<AssignmentId, ProgressRecord[]>();
  for (const [b, batch] of batches(happened).entries()) {
    const rows = batch.map((each, n) => ({
      domainId: tx.domainId,
      assignmentId: each.assignmentId,
      at: each.at,
      recordedAt: each.at,
      kind: each.kind,
      personId: who(each),
      channel: each.byChat ? ('chat' as const) : ('web' as const),
      percent: each.percent ?? null,
      count: each.count ?? null,
      untilOn: each.untilOn ?? null,
      reason: each.reason ?? null,
      note: each.kind === 'evidenceAttached' ? '现场照片' : null,
      messageId: (messageIds[b * BATCH + n] ?? null) as typeof progressRecords.$inferInsert.messageId,
    }));
    for (const row of await tx.db.insert(progressRecords).values(rows).returning()) {
      made.set(row.assignmentId, [...(made.get(row.assignmentId) ?? []), row]);
    }
  }
  return made;
}

async function attach(tx: Tx, made: ReadonlyMap<AssignmentId, ProgressRecord[]>, kept: readonly KeptFile[]) {
  const rows = [...made].flatMap(([assignmentId, records], n) =>
    records
      .filter((record) => record.kind === 'evidenceAttached')
      .map((record) => ({
        domainId: tx.domainId,
        recordId: record.id,
        assignmentId,
        fileHash: kept[n % kept.length]?.hash ?? '',
        name: '现场照片.png',
      })),
  );
  for (const batch of batches(rows)) await tx.db.insert(evidence).values(batch);
}

/** Lives through the year so far: everything that made-up units did before `until`. */
export async function liveThroughYear(
  ctx: Context,
  world: DemoWorld,
  kept: readonly KeptFile[],
  until: Date,
) {
  await ctx.transaction(async (tx) => {
    const liaisons = new Map(
      world.people.filter((person) => person.duty === 'liaison').map((person) => [person.unit, person]),
    );
    const office = world.people.find((person) => person.role === 'office')?.id ?? null;
    const { rows, all } = await happenings(tx, until);
    const messageIds = await addMessages(tx, all, world, liaisons);
    const made = await addRecords(tx, all, messageIds, (each) =>
      each.by === 'office' ? office : (liaisons.get(each.unit)?.id ?? null),
    );
    await attach(tx, made, kept);
    const folded = rows.map(({ assignment }) => ({
      ...assignment,
      ...fold(made.get(assignment.id) ?? [], assignment.firstDueOn),
    }));
    for (const batch of batches(folded)) {
      await tx.db
        .insert(assignments)
        .values(batch)
        .onConflictDoUpdate({
          target: [assignments.domainId, assignments.id],
          set: {
            state: sql`excluded.state`,
            percent: sql`excluded.percent`,
            count: sql`excluded.count`,
            dueOn: sql`excluded.due_on`,
            submittedAt: sql`excluded.submitted_at`,
            closedAt: sql`excluded.closed_at`,
            reportedAt: sql`excluded.reported_at`,
            extensionUntil: sql`excluded.extension_until`,
          },
        });
    }
  });
}

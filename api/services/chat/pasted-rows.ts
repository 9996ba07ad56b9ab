/** What each pasted message is understood to say: the rows of the table that a clerk corrects. */
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { contacts } from '../../../db/schema/chat.ts';
import { people, units } from '../../../db/schema/units.ts';
import type { AssignmentId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, mayDo } from '../../context.ts';
import { countsFrom, pastedTimeFault } from '../../domain/chat/pasted-time.ts';
import { whichPeriod } from '../../domain/chat/which-period.ts';
import { dayOf } from '../../domain/time/day.ts';
import { closedTasksIn } from '../tasks/closed-tasks.ts';
import { openAssignments } from '../tasks/open-assignments.ts';
import type { PastedClaim, ReadPasted } from './paste-claims.ts';
import { type Known, readKnown, type Said } from './pasted-messages.ts';
import { unitsNamedIn } from './units-named.ts';

/**
 * Why a row is not to be recorded as it stands: 不知道哪个单位 · 别的单位的 · 不是汇报 · 不知道哪项任务 · 已录入过 ·
 * 已报结 · 已办结 · 时间还没到 · 时间太早
 */
export const PASTE_DOUBTS = [
  ...([
    'noUnit',
    'notYours',
    'noReport',
    'noTask',
    'repeated',
    'submitted',
    'closed',
    'future',
    'tooOld',
  ] as const),
] as const;
export type PasteDoubt = (typeof PASTE_DOUBTS)[number];

/** A row of the table that the clerk corrects. `at` is when the copy says it was said, `from` from when it counts. */
export interface PasteRow extends Said, PastedClaim {
  from: Date;
  unitId: UnitId | null;
  assignmentId: AssignmentId | null;
  doubt: PasteDoubt | null;
}

type OpenTasks = Awaited<ReturnType<typeof openAssignments>>;

/** The unit of each sender whose name one person alone bears, or one bound contact. */
async function unitsOfSenders(ctx: Context, names: string[]): Promise<ReadonlyMap<string, UnitId>> {
  const { domainId } = ctx;
  const rows = await ctx.read(async (db) => [
    ...(await db
      .select({ sender: people.name, id: units.id })
      .from(people)
      .innerJoin(units, refersTo(people, 'unitId', units))
      .where(and(eq(people.domainId, domainId), eq(people.active, true), inArray(people.name, names)))),
    ...(await db
      .select({ sender: contacts.name, id: units.id })
      .from(contacts)
      .innerJoin(people, refersTo(contacts, 'personId', people))
      .innerJoin(units, refersTo(people, 'unitId', units))
      .where(
        and(eq(contacts.domainId, domainId), isNotNull(contacts.personId), inArray(contacts.name, names)),
      )),
  ]);
  const found = new Map<string, UnitId>();
  for (const { sender, id } of rows) {
    const alone = rows.every((other) => other.sender !== sender || other.id === id);
    if (alone) found.set(sender, id);
  }
  return found;
}

const NOTHING: PastedClaim = {
  ...{ kind: 'progress', code: null, percent: null, count: null, done: false, until: null, reason: null },
};

/** Doubts about one claim of a message; a message speaks once of a task. */
function doubtOf(
  claim: PastedClaim,
  task: OpenTasks[number] | undefined,
  ledTo: ReturnType<Known['ledTo']>,
): PasteDoubt | null {
  const again = ledTo.some(({ code, kind }) => kind === claim.kind && code === (task?.code ?? claim.code));
  if (again || (task === undefined && ledTo.length > 0)) return 'repeated';
  if (task === undefined) return 'noTask';
  return task.state === 'submitted' ? 'submitted' : null;
}

type ClosedTasks = Awaited<ReturnType<typeof closedTasksIn>>;

/** What a message would say of a task that is done and closed; undefined where it speaks of none. */
async function closedClaim(
  ctx: Context,
  of: Parameters<typeof closedTasksIn>[1],
  readWith: (done: ClosedTasks) => readonly PastedClaim[],
): Promise<PastedClaim | undefined> {
  const done = await closedTasksIn(ctx, of);
  return done.length === 0
    ? undefined
    : readWith(done).find(({ code }) => done.some((task) => task.code === code));
}

/** The doubt about a message that claims nothing of an open task. */
function withoutClaim(ledTo: ReturnType<Known['ledTo']>, closed: PastedClaim | undefined): PasteDoubt {
  if (ledTo.length > 0) return 'repeated';
  return closed === undefined ? 'noReport' : 'closed';
}

interface Reading {
  messages: readonly Said[];
  /** The unit of whoever no unit is known of. */
  fallback: UnitId | null;
  /** The unit that the clerk chose, whatever else speaks for another. */
  chosen: UnitId | null;
}

/**
 * Understands pasted messages. A message speaks of the unit that the clerk chose for it, else of the one it begins with,
 * else of its sender's, else of the one given for all. Gives the rows, and what the units they speak of have open.
 */
export async function readRows(ctx: Context, reading: Reading, readPasted: ReadPasted) {
  const { messages, fallback, chosen } = reading;
  const now = ctx.clock();
  const senders = await unitsOfSenders(ctx, [...new Set(messages.map(({ name }) => name))]);
  const known = await readKnown(ctx, messages);
  const named = await unitsNamedIn(ctx, messages.map(({ text }) => text).join('\n'));
  const open = new Map<UnitId, OpenTasks>();
  const openIn = async (id: UnitId): Promise<OpenTasks> => {
    const tasks = open.get(id) ?? (await openAssignments(ctx, id));
    open.set(id, tasks);
    return tasks;
  };
  const rowsOf = async (said: Said): Promise<PasteRow[]> => {
    const first = named.find(({ calling }) => said.text.startsWith(calling));
    const own = chosen ?? first?.unitId ?? senders.get(said.name) ?? fallback;
    const bare = { ...said, ...NOTHING, from: countsFrom(said.at, now), unitId: own, assignmentId: null };
    if (own === null) return [{ ...bare, doubt: 'noUnit' }];
    if (!mayDo(ctx, 'chat.paste', own)) return [{ ...bare, unitId: null, doubt: 'notYours' }];
    const tasks = await openIn(own);
    const today = dayOf(said.at);
    const ledTo = known.ledTo(said);
    const text = first === undefined ? said.text : said.text.slice(first.calling.length);
    const about = {
      unit: tasks[0]?.unit.name ?? first?.name ?? '',
      tasks: [...new Map(tasks.toReversed().map((task) => [task.code, task])).values()].reverse(),
      today,
      others: named.filter((each) => each.unitId !== own).map(({ calling }) => calling),
    };
    const claims = readPasted(text, about);
    if (claims.length === 0) {
      const closed = await closedClaim(ctx, { text, unitId: own, open: tasks }, (done) =>
        readPasted(text, { ...about, tasks: [...about.tasks, ...done] }),
      );
      return [{ ...bare, ...closed, doubt: withoutClaim(ledTo, closed) }];
    }
    return claims.map((claim) => {
      const periods = tasks.filter(({ code }) => code === claim.code);
      const task = whichPeriod(periods, said.text, today);
      const doubt = doubtOf(claim, task, ledTo) ?? pastedTimeFault(said.at, now);
      return { ...bare, ...claim, assignmentId: task?.id ?? null, doubt };
    });
  };
  const rows: PasteRow[] = [];
  for (const said of messages) rows.push(...(await rowsOf(said)));
  const choices = [...open].map(([id, tasks]) => ({
    unitId: id,
    tasks: tasks.map((task) => ({
      ...{ assignmentId: task.id, code: task.code, title: task.title, period: task.periodLabel },
    })),
  }));
  return { rows, choices };
}

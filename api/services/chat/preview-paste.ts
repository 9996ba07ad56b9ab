import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import { contacts, inbox } from '../../../db/schema/chat.ts';
import { people, units } from '../../../db/schema/units.ts';
import type { AssignmentId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { type PasteFault, readPaste } from '../../domain/chat/read-paste.ts';
import { whichPeriod } from '../../domain/chat/which-period.ts';
import { dayOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { openAssignments } from '../tasks/open-assignments.ts';
import type { PastedClaim, ReadPasted } from './paste-claims.ts';
import { maskedSaid, pasteKey, type Said } from './paste-keys.ts';
import { unitsNamedIn } from './units-named.ts';

const FAULTS: Readonly<Record<PasteFault, string>> = {
  empty: '请粘贴群里的聊天记录',
  noMessages: '看不出是谁说的：每条消息要有姓名，和时间或冒号',
  tooMany: '一次最多粘贴300条消息，请分几次',
};

/** Why a row is not to be recorded as it stands: 不知道哪个单位 · 不是汇报 · 不知道哪项任务 · 已录入过 · 已报结 */
export const PASTE_DOUBTS = ['noUnit', 'noReport', 'noTask', 'repeated', 'submitted'] as const;
export type PasteDoubt = (typeof PASTE_DOUBTS)[number];

interface UnitName {
  id: UnitId;
  name: string;
}

/** The unit of each sender whose name one person alone bears, or one bound contact. */
async function unitsOfSenders(ctx: Context, names: string[]): Promise<ReadonlyMap<string, UnitName>> {
  const { domainId } = ctx;
  const unit = { id: units.id, name: units.shortName };
  const rows = await ctx.read(async (db) => [
    ...(await db
      .select({ sender: people.name, ...unit })
      .from(people)
      .innerJoin(units, and(eq(units.domainId, people.domainId), eq(units.id, people.unitId)))
      .where(and(eq(people.domainId, domainId), eq(people.active, true), inArray(people.name, names)))),
    ...(await db
      .select({ sender: contacts.name, ...unit })
      .from(contacts)
      .innerJoin(people, and(eq(people.domainId, contacts.domainId), eq(people.id, contacts.personId)))
      .innerJoin(units, and(eq(units.domainId, people.domainId), eq(units.id, people.unitId)))
      .where(
        and(eq(contacts.domainId, domainId), isNotNull(contacts.personId), inArray(contacts.name, names)),
      )),
  ]);
  const found = new Map<string, UnitName>();
  for (const { sender, id, name } of rows) {
    const alone = rows.every((other) => other.sender !== sender || other.id === id);
    if (alone) found.set(sender, { id, name });
  }
  return found;
}

async function recordedBefore(ctx: Context, keys: string[]): Promise<ReadonlySet<string>> {
  const rows = await ctx.read((db) =>
    db
      .select({ key: inbox.externalId })
      .from(inbox)
      .where(
        and(eq(inbox.domainId, ctx.domainId), eq(inbox.gateway, 'paste'), inArray(inbox.externalId, keys)),
      ),
  );
  return new Set(rows.map(({ key }) => key));
}

const NOTHING: PastedClaim = {
  ...{ kind: 'progress', code: null, percent: null, count: null, done: false, until: null, reason: null },
};

/** A row of the table that the clerk corrects. */
export interface PasteRow extends PastedClaim {
  name: string;
  at: Date;
  text: string;
  unitId: UnitId | null;
  assignmentId: AssignmentId | null;
  doubt: PasteDoubt | null;
}

/**
 * What a pasted chat says (预览), for a clerk to correct; nothing is stored. A message speaks of the unit that it
 * begins with, else of its sender's, else of the one chosen. Throws `forbidden`, and `invalid` where nothing can be read.
 */
export async function previewPaste(
  ctx: Context,
  { text, unitId }: { text: string; unitId: UnitId | null },
  readPasted: ReadPasted,
) {
  permit(ctx, 'chat.paste');
  const reading = readPaste(text, ctx.clock());
  if ('fault' in reading) throw new Refusal('invalid', reading.fault, FAULTS[reading.fault]);
  const messages = reading.messages.map(maskedSaid);
  const senders = await unitsOfSenders(ctx, [...new Set(messages.map(({ name }) => name))]);
  const before = await recordedBefore(ctx, messages.map(pasteKey));
  const named = await unitsNamedIn(ctx, messages.map((each) => each.text).join('\n'));
  const open = new Map<UnitId, Awaited<ReturnType<typeof openAssignments>>>();
  const openIn = async (id: UnitId) => {
    const known = open.get(id) ?? (await openAssignments(ctx, id));
    open.set(id, known);
    return known;
  };
  const rowsOf = async (said: Said): Promise<PasteRow[]> => {
    const first = named.find(({ calling }) => said.text.startsWith(calling));
    const own = first?.unitId ?? senders.get(said.name)?.id ?? unitId;
    const bare = { ...said, ...NOTHING, unitId: own, assignmentId: null };
    if (before.has(pasteKey(said))) return [{ ...bare, doubt: 'repeated' }];
    if (own === null) return [{ ...bare, doubt: 'noUnit' }];
    const tasks = await openIn(own);
    const today = dayOf(said.at);
    const claims = readPasted(first === undefined ? said.text : said.text.slice(first.calling.length), {
      unit: tasks[0]?.unit.name ?? first?.name ?? '',
      tasks: [...new Map(tasks.toReversed().map((task) => [task.code, task])).values()].reverse(),
      today,
      others: named.filter((each) => each.unitId !== own).map(({ calling }) => calling),
    });
    if (claims.length === 0) return [{ ...bare, doubt: 'noReport' }];
    return claims.map((claim) => {
      const periods = tasks.filter(({ code }) => code === claim.code);
      const task = whichPeriod(periods, said.text, today);
      const doubt = task === undefined ? 'noTask' : task.state === 'submitted' ? 'submitted' : null;
      return { ...said, ...claim, unitId: own, assignmentId: task?.id ?? null, doubt };
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

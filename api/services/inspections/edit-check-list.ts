/** What is done with a draft of a check list (清单草稿): begin, save, publish, delete. */
import { and, eq } from 'drizzle-orm';
import { checkItems, checkLists } from '../../../db/schema/check-lists.ts';
import type { CheckListId, RankingGroup } from '../../../db/vocabulary.ts';
import { type Context, permit, type Tx } from '../../context.ts';
import { BUILTIN_CHECK_LISTS } from '../../domain/inspection/builtin-lists.ts';
import { type CheckList, faultsOf } from '../../domain/inspection/check-list.ts';
import { found, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { itemsOf, readCheckList } from './check-lists.ts';

const overtaken = (): Refusal => new Refusal('conflict', 'overtaken', '这份草稿刚被别人改过，请对照后再保存');
const subjectOf = (id: CheckListId): string => `checklist:${id}`;

async function writeItems(tx: Tx, listId: CheckListId, items: CheckList['items']): Promise<void> {
  const { domainId } = tx;
  await tx.db.delete(checkItems).where(and(eq(checkItems.domainId, domainId), eq(checkItems.listId, listId)));
  if (items.length === 0) return;
  await tx.db
    .insert(checkItems)
    .values(items.map((each, at) => ({ ...each, domainId, listId, item: at + 1 })));
}

/** What a draft begins as: a blank list, a built-in one, or the next version of a published one. */
export type Beginning = { from: 'blank' } | { from: 'builtin'; group: RankingGroup } | { from: CheckListId };

async function modelOf(tx: Tx, { from, ...rest }: Beginning) {
  if (from === 'blank') return { title: '新检查清单', group: null, items: [], follows: null, version: 1 };
  if (from === 'builtin') {
    const group = 'group' in rest ? rest.group : 'village';
    return { ...BUILTIN_CHECK_LISTS[group], follows: null, version: 1 };
  }
  const { state, title, group, version } = await readCheckList(tx.db, tx.domainId, from);
  if (state !== 'published') throw new Refusal('conflict', 'notPublished', '只有使用中的清单可以修订');
  const items = (await itemsOf(tx.db, tx.domainId, from)).map(({ item: _, ...each }) => each);
  return { title, group, items, follows: from, version: version + 1 };
}

/** Begins a draft. Throws `notFound`, and `conflict` where the list has a draft of its next version already. */
export async function beginCheckList(ctx: Context, beginning: Beginning): Promise<CheckListId> {
  permit(ctx, 'inspection.prepare');
  return ctx.transaction(async (tx) => {
    const { items, ...model } = await modelOf(tx, beginning);
    const [row] = await tx.db
      .insert(checkLists)
      .values({ ...model, domainId: tx.domainId, createdAt: tx.clock() })
      .onConflictDoNothing()
      .returning({ id: checkLists.id });
    if (row === undefined) {
      throw new Refusal('conflict', 'draftThere', '这份清单已有修订草稿，请接着改或先删除');
    }
    await writeItems(tx, row.id, items);
    await recordAudit(tx, 'checklist.draft', subjectOf(row.id), { version: model.version });
    return row.id;
  });
}

/** A draft as the one who changes it saw it. */
export interface Seen {
  id: CheckListId;
  revision: number;
}

const sameDraft = (tx: Tx, { id, revision }: Seen) =>
  and(
    eq(checkLists.domainId, tx.domainId),
    eq(checkLists.id, id),
    eq(checkLists.state, 'draft'),
    eq(checkLists.revision, revision),
  );

/** Throws `conflict` where the draft was changed since or is none any more. */
async function draftAt(tx: Tx, { id, revision }: Seen) {
  const row = await readCheckList(tx.db, tx.domainId, id);
  if (row.state !== 'draft') throw new Refusal('conflict', 'published', '清单已经发布，不能再改');
  if (row.revision !== revision) throw overtaken();
  return row;
}

/**
 * Saves a draft. `revision` is that of the draft one began from. Throws `conflict` where somebody else has saved since:
 * the draft stays theirs, and what was sent stays with the sender.
 */
export async function saveCheckList(
  ctx: Context,
  { body, ...seen }: Seen & { body: CheckList },
): Promise<void> {
  permit(ctx, 'inspection.prepare');
  await ctx.transaction(async (tx) => {
    await draftAt(tx, seen);
    const { items, title, group } = body;
    const [saved] = await tx.db
      .update(checkLists)
      .set({ title, group, revision: seen.revision + 1 })
      .where(sameDraft(tx, seen))
      .returning({ id: checkLists.id });
    if (saved === undefined) throw overtaken();
    await writeItems(tx, seen.id, items);
    await recordAudit(tx, 'checklist.save', subjectOf(seen.id), { revision: seen.revision + 1 });
  });
}

/**
 * Publishes a draft (发布): from now on it changes no more, and the version before is superseded. Throws `invalid` with
 * all that keeps it from being published, `conflict` where it was changed since.
 */
export async function publishCheckList(ctx: Context, seen: Seen): Promise<void> {
  permit(ctx, 'inspection.prepare');
  await ctx.transaction(async (tx) => {
    const { title, group, follows } = await draftAt(tx, seen);
    const faults = faultsOf({ title, group, items: await itemsOf(tx.db, tx.domainId, seen.id) });
    if (faults.length > 0) {
      throw new Refusal('invalid', 'notPublishable', '清单还有问题，改好后才能发布', faults);
    }
    const at = tx.clock();
    if (follows !== null) {
      const before = and(eq(checkLists.domainId, tx.domainId), eq(checkLists.id, follows));
      await tx.db.update(checkLists).set({ state: 'superseded', supersededAt: at }).where(before);
    }
    const [published] = await tx.db
      .update(checkLists)
      .set({ state: 'published', publishedAt: at })
      .where(sameDraft(tx, seen))
      .returning({ id: checkLists.id });
    if (published === undefined) throw overtaken();
    await recordAudit(tx, 'checklist.publish', subjectOf(seen.id));
  });
}

/** Deletes a draft (删除草稿). Throws `conflict` where it was changed since. */
export async function deleteCheckList(ctx: Context, seen: Seen): Promise<void> {
  permit(ctx, 'inspection.prepare');
  await ctx.transaction(async (tx) => {
    await draftAt(tx, seen);
    await writeItems(tx, seen.id, []);
    const gone = await tx.db.delete(checkLists).where(sameDraft(tx, seen)).returning({ id: checkLists.id });
    if (gone.length === 0) throw overtaken();
    await recordAudit(tx, 'checklist.delete', subjectOf(seen.id));
  });
}

/** Publishes the built-in lists (内置清单), as a new office begins with. */
export async function publishBuiltinCheckLists(ctx: Context): Promise<CheckListId[]> {
  const ids: CheckListId[] = [];
  for (const group of ['village', 'department'] as const) {
    const id = await beginCheckList(ctx, { from: 'builtin', group });
    await publishCheckList(ctx, { id, revision: 1 });
    ids.push(found(id, '检查清单'));
  }
  return ids;
}

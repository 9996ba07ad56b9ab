/** Reading check lists (检查清单). */
import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { checkItems, checkLists } from '../../../db/schema/check-lists.ts';
import type { CheckListId, DomainId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { found } from '../../errors.ts';

/** The items of a list in their order. */
export const itemsOf = (db: Database, domainId: DomainId, listId: CheckListId) =>
  db
    .select({
      item: checkItems.item,
      text: checkItems.text,
      section: checkItems.section,
      weight: checkItems.weight,
    })
    .from(checkItems)
    .where(and(eq(checkItems.domainId, domainId), eq(checkItems.listId, listId)))
    .orderBy(asc(checkItems.item));

/** The row of a list. Throws `notFound`. */
export async function readCheckList(db: Database, domainId: DomainId, id: CheckListId) {
  const [row] = await db
    .select()
    .from(checkLists)
    .where(and(eq(checkLists.domainId, domainId), eq(checkLists.id, id)));
  return found(row, '检查清单');
}

const COLUMNS = {
  id: checkLists.id,
  follows: checkLists.follows,
  version: checkLists.version,
  state: checkLists.state,
  title: checkLists.title,
  group: checkLists.group,
  revision: checkLists.revision,
  publishedAt: checkLists.publishedAt,
  items: sql<number>`(select count(*)::int from check_items i
    where i.domain_id = check_lists.domain_id and i.list_id = check_lists.id)`,
};

type Row = Omit<typeof checkLists.$inferSelect, 'domainId' | 'createdAt' | 'supersededAt'> & {
  items: number;
};

const presentList = ({ publishedAt, ...row }: Row) => ({
  ...row,
  publishedAt: publishedAt?.toISOString() ?? null,
});

/** All lists with their versions: drafts first, then those in use, then those that were replaced. */
export async function listCheckLists(ctx: Context) {
  permit(ctx, 'inspection.prepare');
  const rows = await ctx.read((db) =>
    db
      .select(COLUMNS)
      .from(checkLists)
      .where(eq(checkLists.domainId, ctx.domainId))
      .orderBy(asc(checkLists.state), asc(checkLists.title), desc(checkLists.version)),
  );
  return rows.map(presentList);
}

/** One list with its items. Throws `notFound`. */
export async function showCheckList(ctx: Context, id: CheckListId) {
  permit(ctx, 'inspection.prepare');
  return ctx.read(async (db) => {
    const row = await readCheckList(db, ctx.domainId, id);
    const items = await itemsOf(db, ctx.domainId, id);
    const { domainId: _, createdAt: __, supersededAt: ___, ...shown } = row;
    const [next] = await db
      .select({ id: checkLists.id })
      .from(checkLists)
      .where(and(eq(checkLists.domainId, ctx.domainId), eq(checkLists.follows, id)));
    return {
      list: presentList({ ...shown, items: items.length }),
      /** The version after it, a draft or published. */
      next: next?.id ?? null,
      items: items.map(({ item: _, ...each }) => each),
    };
  });
}

/** A bulletin's row as the verbs hold it, and the record of each change to it. */
import { and, eq } from 'drizzle-orm';
import { bulletins, bulletinVersions } from '../../../db/schema/bulletins.ts';
import type { BulletinId, BulletinState } from '../../../db/vocabulary.ts';
import { personOf, type Tx } from '../../context.ts';
import type { BulletinContent } from '../../domain/bulletin/content.ts';
import { found, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';

export type BulletinRow = Omit<typeof bulletins.$inferSelect, 'composed' | 'content'> & {
  composed: BulletinContent;
  content: BulletinContent;
};

const WORDS: Readonly<Record<BulletinState, string>> = {
  draft: '草稿',
  submitted: '待签发',
  signed: '已签发',
  issued: '已印发',
  withdrawn: '已撤回',
};

/** The condition for one bulletin. */
export const whichBulletin = (tx: Pick<Tx, 'domainId'>, id: BulletinId) =>
  and(eq(bulletins.domainId, tx.domainId), eq(bulletins.id, id));

/** The stored documents are ours: they were composed before they were written. */
export const asRow = (row: typeof bulletins.$inferSelect): BulletinRow => ({
  ...row,
  composed: row.composed as BulletinContent,
  content: row.content as BulletinContent,
});

/** The refusal of one who was overtaken, with both versions: as it is now, and what the own change would have made. */
async function overtaken(
  tx: Tx,
  { id, version, state, content: theirs }: BulletinRow,
  { seen, change }: { seen: number; change: (begun: BulletinContent) => BulletinContent },
): Promise<Refusal> {
  const [begun] = await tx.db
    .select({ content: bulletinVersions.content })
    .from(bulletinVersions)
    .where(
      and(
        eq(bulletinVersions.domainId, tx.domainId),
        eq(bulletinVersions.bulletinId, id),
        eq(bulletinVersions.version, seen),
      ),
    );
  const yours = begun === undefined ? null : change(begun.content as BulletinContent);
  return new Refusal('conflict', 'overtaken', '这份通报刚被别人改过，请对照后再操作', [], {
    yours: { version: seen, content: yours },
    theirs: { version, state, content: theirs },
  });
}

/**
 * The bulletin, locked until the transaction ends, as the one who changes it saw it. Throws `notFound`, and `conflict`
 * where somebody else has changed it since, with both versions, or it is in none of these states. `change` is what
 * the caller would make of the content.
 */
export async function holdBulletin(
  tx: Tx,
  { id, version }: { id: BulletinId; version: number },
  states: readonly BulletinState[],
  change: (begun: BulletinContent) => BulletinContent = (begun) => begun,
): Promise<BulletinRow> {
  const [row] = await tx.db.select().from(bulletins).where(whichBulletin(tx, id)).for('update');
  const held = asRow(found(row, '通报'));
  if (held.version !== version) throw await overtaken(tx, held, { seen: version, change });
  if (!states.includes(held.state)) {
    throw new Refusal('conflict', 'wrongState', `这份通报${WORDS[held.state]}，不能这样操作`);
  }
  return held;
}

export interface Change {
  action: string;
  reason?: string;
  set: Partial<typeof bulletins.$inferInsert>;
  /** What the audit says beside. */
  detail?: Record<string, string | number | boolean | null>;
}

/** Writes a change to a held bulletin, its version, and the audit entry. */
export async function changeBulletin(tx: Tx, held: BulletinRow, change: Change): Promise<void> {
  const version = held.version + 1;
  await tx.db
    .update(bulletins)
    .set({ ...change.set, version })
    .where(whichBulletin(tx, held.id));
  await keepVersion(tx, held.id, version, change.action, change.set.content ?? held.content, change.reason);
  await recordAudit(tx, `bulletin.${change.action}`, `bulletin:${held.id}`, { version, ...change.detail });
}

/** Keeps what a bulletin was after an action (修改记录), append-only. */
export async function keepVersion(
  tx: Tx,
  bulletinId: BulletinId,
  version: number,
  action: string,
  content: unknown,
  reason: string | null = null,
): Promise<void> {
  await tx.db.insert(bulletinVersions).values({
    domainId: tx.domainId,
    ...{ bulletinId, version, action, content, reason },
    at: tx.clock(),
    personId: personOf(tx),
  });
}

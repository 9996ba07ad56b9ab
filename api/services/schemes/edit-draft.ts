/** What is done with a draft of a scheme (方案草稿): begin, save, publish, delete. */
import { and, eq, sql } from 'drizzle-orm';
import { schemes } from '../../../db/schema/assessment.ts';
import type { SchemeId } from '../../../db/vocabulary.ts';
import { type Context, permit, type Tx } from '../../context.ts';
import { BUILTIN_SCHEME } from '../../domain/score/builtin.ts';
import { checkScheme, isPublishable } from '../../domain/score/check-scheme.ts';
import { forYear } from '../../domain/score/for-year.ts';
import type { Scheme } from '../../domain/score/scheme.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { supersede } from '../ranking/publish-scheme.ts';
import { readScheme, surroundingsOf } from './read-scheme.ts';

const subjectOf = ({ year, version }: { year: number; version: number }): string =>
  `scheme:${year}/${version}`;

const overtaken = (): Refusal => new Refusal('conflict', 'overtaken', '这份草稿刚被别人改过，请对照后再保存');

/**
 * Begins a draft for a year: a copy of any scheme (去年的、本年上一版), or of the built-in one. Throws `conflict` where
 * the year has a draft already.
 */
export async function createDraft(
  ctx: Context,
  { year, from }: { year: number; from: SchemeId | null },
): Promise<SchemeId> {
  permit(ctx, 'scheme.edit');
  return ctx.transaction(async (tx) => {
    const { db, domainId } = tx;
    const model = from === null ? BUILTIN_SCHEME : ((await readScheme(db, domainId, from)).body as Scheme);
    const ofYear = and(eq(schemes.domainId, domainId), eq(schemes.year, year));
    const [last] = await db
      .select({ version: sql<number>`max(${schemes.version})`.mapWith(Number) })
      .from(schemes)
      .where(ofYear);
    const version = (last?.version ?? 0) + 1;
    const [row] = await db
      .insert(schemes)
      .values({
        domainId,
        year,
        version,
        state: 'draft',
        body: forYear(model, year),
        copiedFrom: from,
        createdAt: tx.clock(),
      })
      .onConflictDoNothing()
      .returning({ id: schemes.id });
    if (row === undefined) {
      throw new Refusal('conflict', 'draftThere', `${year}年度已有一份草稿，请接着改或先删除`);
    }
    await recordAudit(tx, 'scheme.draft', subjectOf({ year, version }), { from });
    return row.id;
  });
}

/** A draft as the one who changes it saw it; throws `conflict` where it was changed since or is none any more. */
async function draftAt(tx: Tx, id: SchemeId, revision: number) {
  const row = await readScheme(tx.db, tx.domainId, id);
  if (row.state !== 'draft') throw new Refusal('conflict', 'published', '方案已经发布，不能再改');
  if (row.revision !== revision) throw overtaken();
  return row;
}

const sameDraft = (tx: Tx, id: SchemeId, revision: number) =>
  and(
    eq(schemes.domainId, tx.domainId),
    eq(schemes.id, id),
    eq(schemes.state, 'draft'),
    eq(schemes.revision, revision),
  );

/**
 * Saves a draft, faults and all. `revision` is that of the draft one began from. Throws `conflict` where somebody
 * else has saved since: the draft stays theirs, and what was sent stays with the sender.
 */
export async function saveDraft(
  ctx: Context,
  { id, revision, body }: { id: SchemeId; revision: number; body: Scheme },
): Promise<void> {
  permit(ctx, 'scheme.edit');
  await ctx.transaction(async (tx) => {
    const draft = await draftAt(tx, id, revision);
    const [saved] = await tx.db
      .update(schemes)
      .set({ body: forYear(body, draft.year), revision: revision + 1 })
      .where(sameDraft(tx, id, revision))
      .returning({ id: schemes.id });
    if (saved === undefined) throw overtaken();
    await recordAudit(tx, 'scheme.save', subjectOf(draft), { revision: revision + 1 });
  });
}

/**
 * Publishes a draft (发布): from now on it changes no more, and the one published before is superseded. Throws
 * `invalid` with all that keeps it from being published.
 */
export async function publishDraft(
  ctx: Context,
  { id, revision }: { id: SchemeId; revision: number },
): Promise<void> {
  permit(ctx, 'scheme.edit');
  await ctx.transaction(async (tx) => {
    const draft = await draftAt(tx, id, revision);
    const findings = checkScheme(draft.body, await surroundingsOf(tx.db, tx.domainId, draft.year));
    if (!isPublishable(findings)) {
      const faults = findings.filter(({ weight }) => weight === 'fault');
      throw new Refusal('invalid', 'notPublishable', '方案还有问题，改好后才能发布', faults);
    }
    await supersede(tx, draft.year);
    const [published] = await tx.db
      .update(schemes)
      .set({ state: 'published', publishedAt: tx.clock() })
      .where(sameDraft(tx, id, revision))
      .returning({ id: schemes.id });
    if (published === undefined) throw overtaken();
    await recordAudit(tx, 'scheme.publish', subjectOf(draft), { version: draft.version });
  });
}

/** Deletes a draft (删除草稿). Throws `conflict` where it was changed since. */
export async function deleteDraft(
  ctx: Context,
  { id, revision }: { id: SchemeId; revision: number },
): Promise<void> {
  permit(ctx, 'scheme.edit');
  await ctx.transaction(async (tx) => {
    const draft = await draftAt(tx, id, revision);
    const gone = await tx.db
      .delete(schemes)
      .where(sameDraft(tx, id, revision))
      .returning({ id: schemes.id });
    if (gone.length === 0) throw overtaken();
    await recordAudit(tx, 'scheme.delete', subjectOf(draft));
  });
}

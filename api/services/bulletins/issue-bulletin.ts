/** Issuing (印发): numbered without gaps, frozen byte for byte, sent out; withdrawing keeps the number. */
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { bulletinNumbers } from '../../../db/schema/bulletins.ts';
import { type Context, permit, type Tx } from '../../context.ts';
import type { BulletinContent } from '../../domain/bulletin/content.ts';
import { bulletinNumber } from '../../domain/bulletin/words.ts';
import { dayOf, partsOf } from '../../domain/time/day.ts';
import { keepFile } from '../files/keep-file.ts';
import { rootName } from '../units/root-name.ts';
import { changeBulletin, holdBulletin } from './bulletin-row.ts';
import { type Held, reasonOf } from './decide-bulletin.ts';
import { bulletinPicture, bulletinWord } from './draw-up.ts';
import { type BulletinLink, sendOut } from './push-bulletin.ts';

/** Values in one order of their keys, as the database may give them back in another. */
function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, ordered(each)]),
  );
}

/** SHA-256 of a content, the same however its keys are ordered. */
export const contentHash = (content: BulletinContent): string =>
  createHash('sha256')
    .update(JSON.stringify(ordered(content)))
    .digest('hex');

/** The next number of the year; its row stays locked until the bulletin has it, or neither is. */
async function nextNumber(tx: Tx, year: number): Promise<number> {
  const [row] = await tx.db
    .insert(bulletinNumbers)
    .values({ domainId: tx.domainId, year, last: 1 })
    .onConflictDoUpdate({
      target: [bulletinNumbers.domainId, bulletinNumbers.year],
      set: { last: sql`${bulletinNumbers.last} + 1` },
    })
    .returning({ last: bulletinNumbers.last });
  if (row === undefined) throw new Error('no number was given');
  return row.last;
}

/**
 * Issues a signed bulletin: gives it the year's next number and today's date, keeps content, Word file and picture for
 * good with their hashes in the audit chain, and sends it to the rooms where a link is given. Throws `conflict` where
 * it is not signed, or somebody else was faster.
 */
export async function issueBulletin(ctx: Context, which: Held, link: BulletinLink | null): Promise<void> {
  permit(ctx, 'bulletin.issue');
  await ctx.transaction(async (tx) => {
    const held = await holdBulletin(tx, which, ['signed']);
    const street = await rootName(tx);
    const date = dayOf(tx.clock());
    const { year } = partsOf(date);
    const number = await nextNumber(tx, year);
    const content = { ...held.content, number: bulletinNumber(street, year, number), date };
    const word = await keepFile(tx, await bulletinWord(content, street));
    const picture = await keepFile(tx, await bulletinPicture(content, street));
    const hashes = { contentHash: contentHash(content), wordHash: word.hash, pictureHash: picture.hash };
    const issued = { state: 'issued' as const, issuedAt: tx.clock(), year, number, ...hashes };
    const detail = { number: content.number, content: hashes.contentHash, word: hashes.wordHash };
    await changeBulletin(tx, held, { action: 'issue', set: { ...issued, content }, detail });
    if (link !== null) await sendOut(tx, { ...held, ...issued, content, version: held.version + 1 }, link);
  });
}

/** Withdraws an issued bulletin (撤回): it keeps its number and says why. Throws `invalid` without a reason. */
export async function withdrawBulletin(
  ctx: Context,
  { reason, ...which }: Held & { reason: string },
): Promise<void> {
  permit(ctx, 'bulletin.withdraw');
  const why = reasonOf(reason, '请写明撤回的原因');
  await ctx.transaction(async (tx) => {
    const held = await holdBulletin(tx, which, ['issued']);
    const set = { state: 'withdrawn', withdrawnAt: tx.clock(), withdrawnReason: why } as const;
    await changeBulletin(tx, held, { action: 'withdraw', reason: why, set });
  });
}

/**
 * The lock on sign-in (登录锁定): 5 failures in 15 minutes lock the account and the address for 15 minutes
 * (trust.md). better-auth counts by address and in its own process only; this counts in the database, so that
 * several processes count together.
 */
import { createHash } from 'node:crypto';
import { and, gt, inArray, sql } from 'drizzle-orm';
import { signInLocks } from '../../../db/schema/sign-in-locks.ts';
import type { Context } from '../../context.ts';
import { Refusal } from '../../errors.ts';

const FAILURES = 5;
const WINDOW_MINUTES = 15;

const hashed = (kind: string, value: string): string =>
  `${kind}：${createHash('sha256').update(value.trim().toLowerCase()).digest('hex')}`;

const accountOf = (username: string): string => hashed('account', username);
const addressOf = (address: string): string => hashed('address', address);

/** Throws `tooMany` where the account or the address is locked. */
export async function refuseLocked(ctx: Context, username: string, address: string): Promise<void> {
  const subjects = [accountOf(username), addressOf(address)];
  const locked = await ctx.read((db) =>
    db
      .select({ subject: signInLocks.subject })
      .from(signInLocks)
      .where(and(inArray(signInLocks.subject, subjects), gt(signInLocks.lockedUntil, ctx.clock()))),
  );
  if (locked.length === 0) return;
  throw new Refusal('tooMany', 'signInLocked', `登录失败次数过多，请 ${WINDOW_MINUTES} 分钟后再试`);
}

/** Counts one failure of the account and of the address; the fifth within the window locks. */
export async function countFailure(ctx: Context, username: string, address: string): Promise<void> {
  const now = ctx.clock();
  const windowStart = new Date(now.getTime() - WINDOW_MINUTES * 60_000);
  const until = new Date(now.getTime() + WINDOW_MINUTES * 60_000);
  const stale = sql`${signInLocks.since} <= ${windowStart.toISOString()}::timestamptz`;
  const failures = sql`case when ${stale} then 1 else ${signInLocks.failures} + 1 end`;
  const subjects = [accountOf(username), addressOf(address)].sort();
  await ctx.transaction((tx) =>
    tx.db
      .insert(signInLocks)
      .values(subjects.map((subject) => ({ subject, failures: 1, since: now })))
      .onConflictDoUpdate({
        target: signInLocks.subject,
        set: {
          failures,
          since: sql`case when ${stale} then excluded.since else ${signInLocks.since} end`,
          lockedUntil: sql`case when (${failures}) >= ${FAILURES} then ${until.toISOString()}::timestamptz end`,
        },
      }),
  );
}

/** Forgets the account's failures after a good sign-in. The address keeps its own: others may share it. */
export async function forgetFailures(ctx: Context, username: string): Promise<void> {
  await ctx.transaction((tx) =>
    tx.db.delete(signInLocks).where(sql`${signInLocks.subject} = ${accountOf(username)}`),
  );
}

import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import { instant } from './columns.ts';

/**
 * Failed sign-ins (登录失败) counted for an account or an address, and until when it is locked. A row stands
 * before anyone is known, so it belongs to no sub-district; it is taken away by the next good sign-in.
 */
export const signInLocks = pgTable('auth_sign_in_locks', {
  /** `account:…` or `address:…`, hashed: what somebody typed or came from is not kept. */
  subject: text('subject').primaryKey(),
  failures: integer('failures').notNull(),
  /** When the first of these failures was. */
  since: instant('since').notNull(),
  lockedUntil: instant('locked_until'),
});

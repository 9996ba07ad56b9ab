/**
 * The few kinds of column that every table is made of.
 *
 * The unit tree is the shard key: every table that grows carries `domain_id`, the number of the
 * sub-district at the root of its data, and its keys and indexes begin with it (design: architecture.md).
 */
import { type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, bigint, check, date, text, timestamp } from 'drizzle-orm/pg-core';
import type { Day, DomainId, Id } from '../vocabulary.ts';

/** The sub-district at the root of the row's data. */
export const domainId = () => bigint('domain_id', { mode: 'number' }).notNull().$type<DomainId>();

/** The row's own number, given by the database. */
export const rowId = <Of extends string>() =>
  bigint('id', { mode: 'number' }).notNull().generatedByDefaultAsIdentity().$type<Id<Of>>();

/** A reference to another row of the same sub-district. */
export const ref = <Of extends string>(name: string) => bigint(name, { mode: 'number' }).$type<Id<Of>>();

/** An instant, stored in UTC to the millisecond, as the clock that is passed in has it. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });

/** A China date. */
export const calendarDay = (name: string) => date(name, { mode: 'string' }).$type<Day>();

/** A word from a closed list of `db/vocabulary.ts`; pair it with `isOneOf`. */
export const word = <const T extends readonly [string, ...string[]]>(name: string, list: T) =>
  text(name, { enum: list as unknown as [T[number], ...T[number][]] });

const literals = (list: readonly string[]): SQL => sql.raw(list.map((w) => `'${w}'`).join(', '));

/** The database's own check that a column says a word of the list. */
export const isOneOf = (name: string, column: AnyPgColumn, list: readonly string[]) =>
  check(name, sql`${column} in (${literals(list)})`);

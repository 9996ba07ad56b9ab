/**
 * What a verb is given: the sub-district, who asks, the clock, the log, the files, and the way to the data.
 *
 * PGlite is one connection: awaiting the outer database inside a transaction would hang for ever. So a context
 * has no database to reach for: `read` and `transaction` lend one for the length of a function, and asking the
 * outer context again from within is refused at once (on PostgreSQL too, where it would merely be wrong).
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from 'pino';
import type { Database } from '../db/open.ts';
import type { Channel, DomainId, PersonId, Role, UnitId } from '../db/vocabulary.ts';
import { type Action, type Holder, may, type Scope, scopeOf } from './domain/permissions.ts';
import { Refusal } from './errors.ts';
import type { FileStore } from './services/files/file-store.ts';

export interface PersonActor extends Holder {
  kind: 'person';
  id: PersonId;
  name: string;
  role: Role;
  unitId: UnitId;
}

/** The product itself: a job, the bot between messages, the demo. May do everything, and is named in the audit. */
export interface SystemActor {
  kind: 'system';
  name: string;
}

export type Actor = PersonActor | SystemActor;
export type Clock = () => Date;

interface Surroundings {
  readonly domainId: DomainId;
  readonly actor: Actor;
  readonly channel: Channel;
  /** From when what is done now counts: for a chat message, when it was said. */
  readonly clock: Clock;
  /** When it really is: what a record is written down at, so that the past stays as it was known. */
  readonly wall: Clock;
  readonly log: Logger;
  readonly files: FileStore;
}

export interface Context extends Surroundings {
  /** Lends the database for reading; each statement stands alone. */
  read<T>(use: (db: Database) => Promise<T>): Promise<T>;
  /** Runs a function in one transaction (a savepoint where one is open already). */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * Runs a function in the transaction that is open, else in one of its own: for a verb that refuses before it writes,
   * and so leaves nothing that a savepoint would take back.
   */
  joined<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** The same surroundings for another actor, channel or clock: what was said in chat counts from when it was said. */
  as(actor: Actor, channel?: Channel, clock?: Clock): Context;
}

/** A context inside a transaction: only here is the database at hand. */
export interface Tx extends Context {
  readonly db: Database;
  as(actor: Actor, channel?: Channel, clock?: Clock): Tx;
}

const lent = new AsyncLocalStorage<Database>();

async function lend<T>(owner: Database, use: () => Promise<T>): Promise<T> {
  if (lent.getStore() === owner) {
    throw new Error('the outer context was used inside a transaction; use the one the transaction gives');
  }
  return lent.run(owner, use);
}

function inside(surroundings: Surroundings, db: Database): Tx {
  const tx: Tx = {
    ...surroundings,
    db,
    read: (use) => use(db),
    transaction: (work) => db.transaction((inner) => work(inside(surroundings, inner))),
    joined: (work) => work(tx),
    as: (actor, channel = surroundings.channel, clock = surroundings.clock) =>
      inside({ ...surroundings, actor, channel, clock }, db),
  };
  return tx;
}

/** The outermost context over a database. */
export function createContext(given: Omit<Surroundings, 'wall'>, db: Database): Context {
  return outside({ ...given, wall: given.clock }, db);
}

function outside(surroundings: Surroundings, db: Database): Context {
  const transaction: Context['transaction'] = (work) =>
    lend(db, () => db.transaction((tx) => work(inside(surroundings, tx))));
  return {
    ...surroundings,
    read: (use) => lend(db, () => use(db)),
    transaction,
    joined: transaction,
    as: (actor, channel = surroundings.channel, clock = surroundings.clock) =>
      outside({ ...surroundings, actor, channel, clock }, db),
  };
}

/** Whether the actor has the right to the action on this unit. */
export const mayDo = (ctx: Context, action: Action, unitId: UnitId | null = null): boolean =>
  ctx.actor.kind === 'system' || may(ctx.actor, action, unitId);

/** Throws `forbidden` where the actor has no right to the action on this unit. */
export function permit(ctx: Context, action: Action, unitId: UnitId | null = null): void {
  if (mayDo(ctx, action, unitId)) return;
  throw new Refusal('forbidden', 'forbidden', '没有权限做这件事');
}

/** How far the actor reaches with an action. Throws `forbidden` where not at all. */
export function reach(ctx: Context, action: Action): Scope {
  permit(ctx, action);
  return ctx.actor.kind === 'system' ? 'all' : (scopeOf(ctx.actor.role, action) ?? 'own');
}

/** The person's number where a person asks; null where the product itself does. */
export const personOf = (ctx: Context): PersonId | null =>
  ctx.actor.kind === 'person' ? ctx.actor.id : null;

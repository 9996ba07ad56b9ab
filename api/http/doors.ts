/**
 * The doors: what every route is made with. `allow` and `open` are how a route says who may come in: one
 * declaration describes the route in the OpenAPI document and holds it to what it says.
 */
import type { MiddlewareHandler } from 'hono';
import { describeRoute, resolver } from 'hono-openapi';
import type { Logger } from 'pino';
import type { z } from 'zod';
import type { Store } from '../../db/open.ts';
import type { Channel, DomainId } from '../../db/vocabulary.ts';
import { type Clock, type Context, createContext } from '../context.ts';
import { type Action, scopeOf } from '../domain/permissions.ts';
import { Refusal } from '../errors.ts';
import type { ChatWindow } from '../services/chat/chat-window.ts';
import type { ReadPasted } from '../services/chat/paste-claims.ts';
import type { FileStore } from '../services/files/file-store.ts';
import type { TimetableRow } from '../services/jobs/show-jobs.ts';
import { type Auth, createAuth } from '../services/people/auth.ts';
import type { Known } from '../services/people/find-actor.ts';
import { addressOf } from './address.ts';
import { type Cached, createCached } from './cached.ts';
import { createLimit, LIMITS, type Limits } from './limit.ts';
import { type Live, openLive } from './live.ts';
import { createSessions, type Sessions } from './session.ts';

/** What the composition root gives the HTTP part. */
export interface House {
  domainId: DomainId;
  store: Store;
  clock: Clock;
  log: Logger;
  files: FileStore;
  /** Signs sessions and phone links. */
  secret: string;
  /** The address in links; https makes cookies Secure. */
  url: string;
  /** One-click sign-in, from the machine itself alone. */
  demo: boolean;
  /** The simulator's window to the chat; absent where the chat is real. */
  chat?: ChatWindow;
  /** What understands what a clerk pastes, whatever gateways run; it is large and asked for when it is needed. */
  readPasted: () => Promise<ReadPasted>;
  /** The jobs that run by the clock, in whichever process; asked for when they are to be shown. */
  timetable?: () => Promise<readonly TimetableRow[]>;
  limits?: Partial<Limits>;
}

/** What a route says of itself. */
export interface Described {
  tag: string;
  summary: string;
  /** What it answers; absent where it is no JSON. */
  answer?: z.ZodType;
  status?: 200 | 202;
  /** The media type of an answer that is no JSON. */
  media?: string;
}

export interface SignedIn {
  Variables: { ctx: Context; known: Known };
}

export interface Doors {
  house: House;
  /** As the product itself, before anyone is known. */
  system: Context;
  auth: Auth;
  sessions: Sessions;
  live: Live;
  cached: Cached;
  contextOf(known: Known, channel: Channel): Context;
  /** A route for those whose role may do this; within the verb, the unit decides. */
  allow(action: Action, described: Described): MiddlewareHandler<SignedIn>;
  /** A route for everyone, signed in or not. */
  open(described: Described): MiddlewareHandler;
}

const PROBLEM = { $ref: '#/components/responses/Problem' };
const READS = new Set(['GET', 'HEAD']);
/** What one who must change the password may do before. */
const BEFORE_CHANGE = new Set<Action>(['self.see', 'self.change']);

/** The route's part of the OpenAPI document; `x-permission` names the row of the permissions table. */
function describe(permission: Action | 'public', { tag, summary, answer, status = 200, media }: Described) {
  const content = answer
    ? { 'application/json': { schema: resolver(answer) } }
    : { [media ?? 'application/octet-stream']: {} };
  const refusals = permission === 'public' ? {} : { 401: PROBLEM, 403: PROBLEM };
  const operation = {
    tags: [tag],
    summary,
    'x-permission': permission,
    ...(permission !== 'public' && { security: [{ session: [] }] }),
    responses: { [status]: { description: summary, content }, ...refusals, default: PROBLEM },
  };
  return describeRoute(operation);
}

/** The same middleware doing something first; the description stays upon it. */
function described(description: MiddlewareHandler, first: MiddlewareHandler): MiddlewareHandler {
  return Object.assign<MiddlewareHandler, object>((c, next) => first(c, next), description);
}

function refuse(known: Known | null, action: Action): asserts known is Known {
  if (known === null) throw new Refusal('unauthenticated', 'signedOut', '请先登录');
  if (known.mustChangePassword && !BEFORE_CHANGE.has(action)) {
    throw new Refusal('forbidden', 'mustChangePassword', '请先修改初始密码');
  }
  if (scopeOf(known.actor.role, action) === null) {
    throw new Refusal('forbidden', 'forbidden', '没有权限做这件事');
  }
}

/** Opens the doors over a database: starts to listen, and gives what the routes are made with. */
export async function openDoors(house: House, release: string): Promise<Doors> {
  const { store, clock, log, files, domainId } = house;
  const surroundings = { clock, log, files };
  const system = createContext(
    { ...surroundings, domainId, actor: { kind: 'system', name: 'http' }, channel: 'web' },
    store.db,
  );
  const limits = { ...LIMITS, ...house.limits };
  const reads = createLimit(limits.reads, clock);
  const writes = createLimit(limits.writes, clock);
  const unknown = createLimit(limits.unknown, clock);
  const auth = createAuth(store.db, house.secret, house.url);
  const live = await openLive(store);
  const sessions = createSessions(auth, system, clock);
  live.hear(({ domain, topic }) => topic === 'change' && sessions.forget(domain));
  const { cached, forget } = createCached(live, clock, release);
  const contextOf = (known: Known, channel: Channel): Context =>
    createContext({ ...surroundings, domainId: known.domainId, actor: known.actor, channel }, store.db);
  // A person's context is the same for every request that finds the same person.
  const webContexts = new WeakMap<Known, Context>();
  const webContextOf = (known: Known): Context => {
    const kept = webContexts.get(known) ?? contextOf(known, 'web');
    webContexts.set(known, kept);
    return kept;
  };

  return {
    house,
    system,
    auth,
    sessions,
    live,
    cached,
    contextOf,
    allow(action, description) {
      const enter: MiddlewareHandler<SignedIn> = async (c, next) => {
        const known = await sessions.knownOf(c);
        refuse(known, action);
        const read = READS.has(c.req.method);
        (read ? reads : writes)(`${known.domainId}/${known.actor.id}`);
        c.set('known', known);
        c.set('ctx', webContextOf(known));
        await next();
        if (!read) forget(known.domainId);
      };
      return described(describe(action, description), enter);
    },
    open(description) {
      const enter: MiddlewareHandler = (c, next) => {
        unknown(addressOf(c));
        return next();
      };
      return described(describe('public', description), enter);
    },
  };
}

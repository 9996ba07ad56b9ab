/**
 * Sign-in (登录) by better-auth: the one file that knows it. Passwords are hashed by scrypt, sessions stand in the
 * database. A session ends after 30 idle minutes, and 8 hours after sign-in in any case (trust.md).
 *
 * Sessions go by the machine's clock, as better-auth does, whatever instant the product pretends.
 * On PGlite nothing here may be awaited inside a transaction: better-auth asks the outer database.
 */
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import { createAuthEndpoint, isAPIError } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import { betterAuth } from 'better-auth/minimal';
import { username } from 'better-auth/plugins/username';
import { z } from 'zod';
import type { Database } from '../../../db/open.ts';
import { account, session, user, verification } from '../../../db/schema/auth.ts';
import { Refusal } from '../../errors.ts';

export { hashPassword } from 'better-auth/crypto';

const IDLE_SECONDS = 30 * 60;
const LONGEST_MS = 8 * 3_600_000;
/** How often a session in use is written as used. */
const REFRESH_SECONDS = 60;

export interface Session {
  userId: string;
  /** Cookies to set with the answer: the session's life goes on. */
  cookies: readonly string[];
}

export interface Auth {
  /** The session that a request's headers carry; null where none, or where it has ended. */
  sessionOf(headers: Headers): Promise<Session | null>;
  /** Has the session that the headers carry not ended? Asking is no use of it. */
  isOpen(headers: Headers): Promise<boolean>;
  /** Opens a session by username and password; null where they do not fit. */
  signIn(name: string, password: string): Promise<Session | null>;
  /** Opens a session for a user without asking: for the demo. */
  openSession(userId: string): Promise<Session>;
  /** Ends the session that the headers carry. Gives the cookies that take it from the browser. */
  signOut(headers: Headers): Promise<readonly string[]>;
  /** Sets a new password and ends the user's other sessions; null where the old one does not fit. */
  changePassword(headers: Headers, current: string, next: string): Promise<readonly string[] | null>;
}

/** A way to open a session from inside the house; it has no path, so that no request can reach it. */
const openSession = () => ({
  id: 'open-session',
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: 'POST', body: z.object({ userId: z.string() }) },
      async (ctx) => {
        const opened = await ctx.context.internalAdapter.findUserById(ctx.body.userId);
        if (opened === null) throw new Refusal('notFound', 'notFound', '没有找到这个人员');
        const opening = await ctx.context.internalAdapter.createSession(opened.id);
        await setSessionCookie(ctx, { session: opening, user: opened });
        return ctx.json({ userId: opened.id });
      },
    ),
  },
});

const configure = (db: Database, secret: string, url: string) =>
  betterAuth({
    secret,
    baseURL: url,
    database: drizzleAdapter(db, { provider: 'pg', schema: { user, session, account, verification } }),
    emailAndPassword: { enabled: true, disableSignUp: true },
    session: { expiresIn: IDLE_SECONDS, updateAge: REFRESH_SECONDS },
    advanced: {
      cookiePrefix: 'duban',
      useSecureCookies: url.startsWith('https://'),
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    logger: { disabled: true },
    plugins: [username(), openSession()],
  });

/** What better-auth refuses is null; what it fails at is for the caller to retry. */
async function orNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (!isAPIError(error)) throw error;
    if (error.statusCode < 500) return null;
    throw new Refusal('unavailable', 'unavailable', '暂时不能登录，请稍后再试');
  }
}

/** As `createAuth` says. */
export function createBetterAuth(db: Database, secret: string, url: string): Auth {
  const { api } = configure(db, secret, url);
  return {
    async sessionOf(headers) {
      const got = await orNull(api.getSession({ headers, returnHeaders: true }));
      if (!got?.response) return null;
      if (Date.now() - got.response.session.createdAt.getTime() > LONGEST_MS) {
        await orNull(api.signOut({ headers }));
        return null;
      }
      return { userId: got.response.user.id, cookies: got.headers.getSetCookie() };
    },
    async isOpen(headers) {
      return (await orNull(api.getSession({ headers, query: { disableRefresh: true } }))) !== null;
    },
    async signIn(name, password) {
      const body = { username: name, password };
      const got = await orNull(api.signInUsername({ body, returnHeaders: true }));
      return got && { userId: got.response.user.id, cookies: got.headers.getSetCookie() };
    },
    async openSession(userId) {
      const got = await api.openSession({ body: { userId }, returnHeaders: true });
      return { userId, cookies: got.headers.getSetCookie() };
    },
    async signOut(headers) {
      const got = await orNull(api.signOut({ headers, returnHeaders: true }));
      return got ? got.headers.getSetCookie() : [];
    },
    async changePassword(headers, currentPassword, newPassword) {
      const body = { currentPassword, newPassword, revokeOtherSessions: true };
      const got = await orNull(api.changePassword({ headers, body, returnHeaders: true }));
      return got?.headers.getSetCookie() ?? null;
    },
  };
}

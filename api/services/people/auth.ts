/** Sign-in (登录): what it can do. Who does it, `better-auth.ts`, is large and is loaded with the first session. */
import type { Database } from '../../../db/open.ts';

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

/** Sign-in over a database. `secret` signs the cookies; behind an https `url` they are Secure. */
export function createAuth(db: Database, secret: string, url: string): Auth {
  let opened: Promise<Auth> | undefined;
  const auth = (): Promise<Auth> => {
    opened ??= import('./better-auth.ts').then((made) => made.createBetterAuth(db, secret, url));
    return opened;
  };
  return {
    sessionOf: async (headers) => (await auth()).sessionOf(headers),
    isOpen: async (headers) => (await auth()).isOpen(headers),
    signIn: async (name, password) => (await auth()).signIn(name, password),
    openSession: async (userId) => (await auth()).openSession(userId),
    signOut: async (headers) => (await auth()).signOut(headers),
    changePassword: async (headers, current, next) => (await auth()).changePassword(headers, current, next),
  };
}

/** Sign-in (登录): what it can do. Who does it, `better-auth.ts`, is large and is loaded with the first session. */
import type { Database } from '../../../db/open.ts';
import type { Auth } from './better-auth.ts';

export type { Auth } from './better-auth.ts';

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

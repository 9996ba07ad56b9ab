import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { DomainId } from '../../db/vocabulary.ts';
import type { Clock, Context as House } from '../context.ts';
import type { Auth } from '../services/people/auth.ts';
import { findActorOfUser, type Known } from '../services/people/find-actor.ts';

/** With `Secure` cookies the name has a prefix. */
const COOKIES = ['duban.session_token', '__Secure-duban.session_token'];
/** How long who-is-it is believed without asking the database again. */
const BELIEVED_MS = 30_000;
const MOST = 2000;

export interface Sessions {
  /** Who asks; null where nobody is signed in. Sets the cookies by which the session goes on. */
  knownOf(c: Context): Promise<Known | null>;
  /** Believes nothing any more that was known of a sub-district's people, or of anyone. */
  forget(domainId?: DomainId): void;
}

interface Believed {
  known: Known;
  until: number;
}

/**
 * Sessions (会话) over HTTP. Most requests are answered from memory: what was found stands for half a minute,
 * or until the next change in the sub-district, so that who is taken away is out at once.
 */
export function createSessions(auth: Auth, system: House, clock: Clock): Sessions {
  const believed = new Map<string, Believed>();
  const tokenOf = (c: Context): string | undefined =>
    COOKIES.map((name) => getCookie(c, name)).find((token) => token !== undefined);
  return {
    async knownOf(c) {
      const token = tokenOf(c);
      if (token === undefined) return null;
      const now = clock().getTime();
      const standing = believed.get(token);
      if (standing !== undefined && standing.until > now) return standing.known;
      const session = await auth.sessionOf(c.req.raw.headers);
      for (const cookie of session?.cookies ?? []) c.header('set-cookie', cookie, { append: true });
      const known = session && (await findActorOfUser(system, session.userId));
      believed.delete(token);
      if (known === null) return null;
      if (believed.size >= MOST) believed.clear();
      believed.set(token, { known, until: now + BELIEVED_MS });
      return known;
    },
    forget(domainId) {
      for (const [token, { known }] of believed) {
        if (domainId === undefined || known.domainId === domainId) believed.delete(token);
      }
    },
  };
}

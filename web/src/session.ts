/** Who is signed in, and where that person's work begins. */
import { type Accessor, createContext, useContext } from 'solid-js';
import type { Action } from '../../api/domain/permissions.ts';
import type { Role } from '../../db/vocabulary.ts';
import type { Me } from './api.ts';

export const SessionContext = createContext<Accessor<Me>>();

/** The person signed in. Only for what stands inside the shell. */
export function useMe(): Accessor<Me> {
  const me = useContext(SessionContext);
  if (me === undefined) throw new Error('outside the shell nobody is signed in');
  return me;
}

/** The page a role starts on (design: interface.md, Pages). */
const STARTS: Readonly<Record<Role, string>> = {
  leader: '/',
  committee: '/',
  office: '/',
  liaison: '/tasks',
  admin: '/chat',
};
export const startOf = (role: Role): string => STARTS[role];

/** A page of the navigation, and who may see it. */
export interface Place {
  key: 'overview' | 'tasks' | 'verify' | 'ranking' | 'chat';
  href: string;
  needs: Action;
}

const PLACES: readonly Place[] = [
  { key: 'overview', href: '/', needs: 'overview.see' },
  { key: 'tasks', href: '/tasks', needs: 'assignment.see' },
  { key: 'verify', href: '/verify', needs: 'progress.verify' },
  { key: 'ranking', href: '/ranking', needs: 'ranking.see' },
  { key: 'chat', href: '/chat', needs: 'room.see' },
];

/** The pages that somebody may see, in the order of the navigation. In the demo the chat is open to all. */
export function placesOf(who: Pick<Me, 'can' | 'demo'>): Place[] {
  return PLACES.filter(({ key, needs }) => who.can.includes(needs) || (key === 'chat' && who.demo));
}

/** A path of our own to go on to after signing in; anything else is refused, so that no link leads elsewhere. */
export function safeNext(next: unknown): string | null {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : null;
}

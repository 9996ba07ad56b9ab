/** Who is signed in, and where that person's work begins. */
import { type Accessor, createContext, useContext } from 'solid-js';
import { type Action, scopeOf } from '../../api/domain/permissions.ts';
import type { Role } from '../../db/vocabulary.ts';
import type { Me } from './api.ts';
import { ADMIN_TABS } from './pages/admin/admin-tabs.ts';

export const SessionContext = createContext<Accessor<Me>>();

/** The person signed in. Only for what stands inside the shell. */
export function useMe(): Accessor<Me> {
  const me = useContext(SessionContext);
  if (me === undefined) throw new Error('outside the shell nobody is signed in');
  return me;
}

/** May somebody open the records behind this unit's score? The server asks again. */
export const mayExplain = ({ person }: Pick<Me, 'person'>, unitId: number): boolean =>
  scopeOf(person.role, 'score.explain') === 'all' || person.unit.id === unitId;

/** The page a role starts on (design: interface.md, Pages). */
const STARTS: Readonly<Record<Role, string>> = {
  leader: '/',
  committee: '/',
  office: '/',
  liaison: '/tasks',
  admin: '/admin',
};

/** A page of the navigation, and who may see it. */
export interface Place {
  key:
    | 'overview'
    | 'tasks'
    | 'verify'
    | 'ranking'
    | 'orders'
    | 'inspections'
    | 'assessment'
    | 'bulletins'
    | 'chat'
    | 'admin';
  href: string;
  /** What one must have the right to; any one of them will do. */
  needs: Action | readonly Action[];
}

const PLACES: readonly Place[] = [
  { key: 'overview', href: '/', needs: 'overview.see' },
  { key: 'tasks', href: '/tasks', needs: 'assignment.see' },
  { key: 'verify', href: '/verify', needs: 'progress.verify' },
  { key: 'ranking', href: '/ranking', needs: 'ranking.see' },
  { key: 'orders', href: '/orders', needs: 'order.see' },
  { key: 'inspections', href: '/inspections', needs: 'inspection.see' },
  { key: 'assessment', href: '/assessment', needs: 'scheme.see' },
  { key: 'bulletins', href: '/bulletins', needs: 'bulletin.see' },
  { key: 'chat', href: '/chat', needs: 'chat.try' },
  { key: 'admin', href: '/admin', needs: ADMIN_TABS.map(({ needs }) => needs) },
];

type Who = Pick<Me, 'can' | 'demo'>;

/** The pages that somebody may see, in the order of the navigation. The chat is there in the demo alone. */
export function placesOf(who: Who): Place[] {
  return PLACES.filter(
    ({ key, needs }) => [needs].flat().some((each) => who.can.includes(each)) && (key !== 'chat' || who.demo),
  );
}

/** Where somebody's work begins: the page of the role, or the first one that may be seen. */
export function startOf(who: Who & { person: Pick<Me['person'], 'role'> }): string {
  const places = placesOf(who);
  const wanted = STARTS[who.person.role];
  return places.some(({ href }) => href === wanted) ? wanted : (places[0]?.href ?? '/ranking');
}

/** A path of our own to go on to after signing in; anything else is refused, so that no link leads elsewhere. */
export function safeNext(next: unknown): string | null {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) && !next.startsWith('/sign-in') ? next : null;
}

import { useQuery } from '@tanstack/solid-query';
import { scopeOf } from '../../../../api/domain/permissions.ts';
import { queries } from '../../queries.ts';
import { useMe } from '../../session.ts';

/** The villages and departments for which whoever is signed in may enter what was said; the server asks again. */
export function useUnitsToPaste() {
  const me = useMe();
  const units = useQuery(() => queries.units());
  return () => {
    const { role, unit } = me().person;
    const all = (units.data?.units ?? []).filter(({ rankingGroup }) => rankingGroup !== null);
    return scopeOf(role, 'chat.paste') === 'all' ? all : all.filter(({ id }) => id === unit.id);
  };
}

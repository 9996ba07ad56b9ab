import { useSearchParams } from '@solidjs/router';
import type { Accessor } from 'solid-js';

/**
 * The chosen one of a closed list, kept in the address under a name; the first one needs no mention. What the address
 * says that `forgets` names is of the one chosen before, and goes with it.
 */
export function useView<K extends string>(
  name: string,
  options: readonly [K, ...K[]],
  forgets: readonly string[] = [],
): [Accessor<K>, (key: K) => void] {
  const [search, setSearch] = useSearchParams();
  const view = (): K => options.find((option) => option === search[name]) ?? options[0];
  const setView = (key: K): void =>
    setSearch(
      { ...Object.fromEntries(forgets.map((each) => [each, null])), [name]: key === options[0] ? null : key },
      { replace: true, scroll: false },
    );
  return [view, setView];
}

import { type Accessor, createMemo, For, type JSX } from 'solid-js';

interface KeyedProps<T> {
  each: readonly T[];
  by: (item: T) => string | number;
  children: (item: Accessor<T>, index: Accessor<number>) => JSX.Element;
}

/**
 * A list whose rows stay the same rows when fresh data arrive: they are told apart by a key, so focus stays where
 * it is and a figure knows what it was before.
 */
export function Keyed<T>(props: KeyedProps<T>): JSX.Element {
  const byKey = createMemo(() => new Map(props.each.map((item) => [props.by(item), item])));
  const keys = createMemo(() => [...byKey().keys()]);
  return (
    <For each={keys()}>
      {(key, index) => {
        const first = byKey().get(key);
        if (first === undefined) return null;
        const item = createMemo<T>((previous) => byKey().get(key) ?? previous, first);
        return props.children(item, index);
      }}
    </For>
  );
}

import { For, type JSX } from 'solid-js';
import css from './tabs.module.css';

interface TabsProps<K extends string> {
  label: string;
  options: readonly { key: K; name: string }[];
  chosen: K;
  onChoose: (key: K) => void;
}

/** A few ways to look at the same thing, one of them chosen. */
export function Tabs<K extends string>(props: TabsProps<K>): JSX.Element {
  return (
    <fieldset class={css.tabs} aria-label={props.label}>
      <For each={props.options}>
        {(option) => (
          <button
            type="button"
            class={css.tab}
            aria-pressed={props.chosen === option.key}
            onClick={() => props.onChoose(option.key)}
          >
            {option.name}
          </button>
        )}
      </For>
    </fieldset>
  );
}

import { createUniqueId, For, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import css from './choose.module.css';

interface ChooseProps {
  label: string;
  value: string;
  options: readonly { value: string; name: string }[];
  /** What the empty choice is called. */
  all?: string;
  /** There is always one chosen. */
  required?: boolean;
  onChoose: (value: string) => void;
}

/** A choice among many, by the machine's own list: it works on every old phone. */
export function Choose(props: ChooseProps): JSX.Element {
  const id = createUniqueId();
  return (
    <div class={css.choose}>
      <label class={css.label} for={id}>
        {props.label}
      </label>
      <select
        id={id}
        class={css.select}
        data-chosen={props.value === '' || props.required ? undefined : ''}
        value={props.value}
        onChange={(event) => props.onChoose(event.currentTarget.value)}
      >
        <Show when={!props.required}>
          <option value="" selected={props.value === ''}>
            {props.all ?? t().common.all}
          </option>
        </Show>
        <For each={props.options}>
          {(option) => (
            <option value={option.value} selected={option.value === props.value}>
              {option.name}
            </option>
          )}
        </For>
      </select>
    </div>
  );
}

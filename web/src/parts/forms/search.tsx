import { useLocation } from '@solidjs/router';
import { createUniqueId, type JSX, onMount } from 'solid-js';
import { t } from '../../i18n/language.ts';
import css from './search.module.css';

interface SearchProps {
  label: string;
  value: string;
  onInput: (text: string) => void;
}

/** The search of a page, where the key `/` leads. */
export function Search(props: SearchProps): JSX.Element {
  const id = createUniqueId();
  const location = useLocation<{ search: boolean }>();
  let field: HTMLInputElement | undefined;
  // Somebody pressed the key for search on a page that has none, and was brought here.
  onMount(() => location.state?.search && field?.focus());
  return (
    <div class={css.search}>
      <label class={css.label} for={id}>
        {props.label}
      </label>
      <input
        ref={field}
        id={id}
        class={css.input}
        type="search"
        maxlength="100"
        placeholder={t().shortcuts.searchKey}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
    </div>
  );
}

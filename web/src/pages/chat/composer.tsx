import type { UseMutationResult } from '@tanstack/solid-query';
import { createMemo, For, type JSX } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { createDraft } from '../../parts/draft.ts';
import { FilePicker } from '../../parts/forms/file-picker.tsx';
import { Icon } from '../../parts/marks/icon.tsx';
import css from './chat-window.module.css';

interface ComposerProps {
  /** Under which name what is typed is kept. */
  draft: string;
  saying: UseMutationResult<unknown, Error, string | File>;
}

const EMPTY: { text: string } = { text: '' };

/** The line to type in; Enter sends, and examples may be tried. What was typed is kept until it is sent. */
export function Composer(props: ComposerProps): JSX.Element {
  const draft = createMemo(() => createDraft(`chat.${props.draft}`, EMPTY));
  const text = (): string => draft()[0]().text;
  const setText = (next: string): void => void draft()[1](next === '' ? EMPTY : { text: next });
  let field: HTMLTextAreaElement | undefined;

  const send = (): void => {
    const said = text().trim();
    if (said === '' || props.saying.isPending) return;
    props.saying.mutate(said, { onSuccess: () => setText('') });
    field?.focus();
  };
  return (
    <form
      class={css.composer}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <fieldset class={css.examples} aria-label={t().chat.examplesLabel}>
        <For each={t().chat.examples}>
          {(example) => (
            <button
              type="button"
              class={css.example}
              onClick={() => {
                setText(example);
                field?.focus();
              }}
            >
              {example}
            </button>
          )}
        </For>
      </fieldset>
      <FilePicker
        class={css.clip}
        name={t().chat.sendFile}
        disabled={props.saying.isPending}
        onPick={([file]) => {
          if (file !== undefined) props.saying.mutate(file);
        }}
      >
        <Icon name="clip" />
      </FilePicker>
      <textarea
        ref={field}
        class={css.field}
        rows="1"
        maxlength="20000"
        aria-label={t().chat.placeholder}
        placeholder={t().chat.placeholder}
        value={text()}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
          event.preventDefault();
          send();
        }}
      />
      <button type="submit" class={css.send} disabled={text().trim() === '' || props.saying.isPending}>
        {t().chat.send}
      </button>
    </form>
  );
}

import type { UseMutationResult, UseQueryResult } from '@tanstack/solid-query';
import { createEffect, createMemo, For, type JSX, on, Show } from 'solid-js';
import type { Message } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { createDraft } from '../../parts/draft.ts';
import { Keyed } from '../../parts/keyed.tsx';
import { Icon } from '../../parts/marks/icon.tsx';
import { reachable } from '../../parts/reachable.ts';
import { Answered } from '../../parts/states/answered.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import css from './chat-window.module.css';
import { isAfterPause, piecesOf } from './message-text.ts';

interface ChatWindowProps {
  title: string;
  aside: string;
  /** Under which name what is typed is kept. */
  draft: string;
  messages: UseQueryResult<{ messages: Message[] }, Error>;
  /** As whom one speaks: those messages stand on the right. */
  contactId: number;
  saying: UseMutationResult<unknown, Error, string>;
}

/** One chat as a phone shows it: the name above, the bubbles, and the line to type in. */
export function ChatWindow(props: ChatWindowProps): JSX.Element {
  return (
    <section class={css.window} aria-label={props.title}>
      <header class={css.head}>
        <h2 class={css.title}>{props.title}</h2>
        <span class={css.aside}>{props.aside}</span>
      </header>
      <Answered query={props.messages} waiting={<Skeleton lines={6} />}>
        {(data) => <Log messages={data().messages} contactId={props.contactId} />}
      </Answered>
      <ProblemNote error={props.saying.error} />
      <Composer draft={props.draft} saying={props.saying} />
    </section>
  );
}

function Log(props: { messages: readonly Message[]; contactId: number }): JSX.Element {
  let log: HTMLDivElement | undefined;
  const last = createMemo(() => props.messages[props.messages.length - 1]?.id);
  // The newest message is in sight, as on a phone.
  createEffect(
    on(last, () => {
      queueMicrotask(() => log?.scrollTo({ top: log.scrollHeight }));
    }),
  );
  return (
    <div
      ref={(element) => {
        log = element;
        reachable(element);
      }}
      class={css.log}
      role="log"
      aria-label={t().chat.log}
    >
      <Show
        when={props.messages.length > 0}
        fallback={<Empty title={t().chat.empty} hint={t().chat.emptyHint} />}
      >
        <Keyed each={props.messages} by={({ direction, id }) => `${direction}${id}`}>
          {(message, index) => (
            <div class={css.item}>
              <Show when={isAfterPause(message().at, props.messages[index() - 1]?.at)}>
                <p class={css.time}>{t().date.time(message().at)}</p>
              </Show>
              <Bubble
                message={message()}
                mine={message().direction === 'in' && message().contactId === props.contactId}
              />
            </div>
          )}
        </Keyed>
      </Show>
    </div>
  );
}

/** What is not yet, or not at all, settled about a message; most need no word. */
function stateText(state: Message['state']): string | null {
  const words = t().chat.states;
  return state in words ? words[state as keyof typeof words] : null;
}

function Bubble(props: { message: Message; mine: boolean }): JSX.Element {
  const isBot = (): boolean => props.message.direction === 'out';
  const speaker = (): string => (isBot() ? t().chat.bot : props.message.speaker);
  return (
    <div class={css.line} data-mine={props.mine ? '' : undefined}>
      <span class={css.face} data-bot={isBot() ? '' : undefined} aria-hidden="true">
        {isBot() ? t().name.slice(0, 1) : speaker().slice(-1)}
      </span>
      <div class={css.said}>
        <Show when={!props.mine}>
          <p class={css.speaker}>{speaker()}</p>
        </Show>
        <div class={css.bubble}>
          <For each={piecesOf(props.message.text)}>
            {(piece) => (
              <Show when={piece.href} fallback={piece.text}>
                {(href) => (
                  <a href={href()} target="_blank" rel="noreferrer">
                    {piece.text}
                  </a>
                )}
              </Show>
            )}
          </For>
          <Show when={props.message.file}>
            {(file) => (
              <span class={css.file}>
                <Icon name="file" />
                {file().name}
              </span>
            )}
          </Show>
        </div>
        <Show when={stateText(props.message.state)}>{(text) => <p class={css.state}>{text()}</p>}</Show>
      </div>
    </div>
  );
}

function Composer(props: { draft: string; saying: ChatWindowProps['saying'] }): JSX.Element {
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

const EMPTY: { text: string } = { text: '' };

import type { UseMutationResult, UseQueryResult } from '@tanstack/solid-query';
import { createEffect, createMemo, type JSX, on, Show } from 'solid-js';
import type { Message } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { isAfterPause } from '../../parts/chat/message-text.ts';
import { Keyed } from '../../parts/keyed.tsx';
import { reachable } from '../../parts/reachable.ts';
import { Answered } from '../../parts/states/answered.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { Bubble } from './bubble.tsx';
import css from './chat-window.module.css';
import { Composer } from './composer.tsx';

interface ChatWindowProps {
  title: string;
  aside: string;
  /** Under which name what is typed is kept. */
  draft: string;
  messages: UseQueryResult<{ messages: Message[] }, Error>;
  /** As whom one speaks: those messages stand on the right. */
  contactId: number;
  saying: UseMutationResult<unknown, Error, string | File>;
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

/** The end is in sight where no more than this is below. */
const AT_END_PX = 24;

function Log(props: { messages: readonly Message[]; contactId: number }): JSX.Element {
  let log: HTMLDivElement | undefined;
  const last = createMemo(() => props.messages[props.messages.length - 1]?.id);
  // The newest message is in sight, as on a phone, and stays so when its picture comes, unless one has gone back.
  let following = true;
  const toEnd = (): void => log?.scrollTo({ top: log.scrollHeight });
  const pictureCame = (): void => {
    if (following) toEnd();
  };
  createEffect(
    on(last, () => {
      queueMicrotask(toEnd);
    }),
  );
  return (
    <div
      ref={(element) => {
        log = element;
        reachable(element);
        // Loading does not bubble.
        element.addEventListener('load', pictureCame, { capture: true });
      }}
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => {
        following = scrollHeight - scrollTop - clientHeight < AT_END_PX;
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

import { type JSX, Show } from 'solid-js';
import type { Message } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { ChatText } from '../../parts/chat/chat-text.tsx';
import { Icon } from '../../parts/marks/icon.tsx';
import css from './chat-window.module.css';

/** What is not yet, or not at all, settled about a message; most need no word. */
function stateText(state: Message['state']): string | null {
  const words = t().chat.states;
  return state in words ? words[state as keyof typeof words] : null;
}

/** One message: the bot and the others on the left, oneself on the right. */
export function Bubble(props: { message: Message; mine: boolean }): JSX.Element {
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
          <ChatText text={props.message.text} />
          <Show when={props.message.file}>{(file) => <File file={file()} />}</Show>
        </div>
        <Show when={stateText(props.message.state)}>{(text) => <p class={css.state}>{text()}</p>}</Show>
      </div>
    </div>
  );
}

/** A picture is shown, and opens large; any other file is named, to be fetched. */
function File(props: { file: NonNullable<Message['file']> }): JSX.Element {
  const href = (): string => `/api/chat/files/${props.file.hash}`;
  return (
    <a class={css.file} href={href()} target="_blank" rel="noreferrer">
      <Show
        when={props.file.type.startsWith('image/')}
        fallback={
          <>
            <Icon name="file" />
            {props.file.name}
          </>
        }
      >
        <img class={css.picture} src={href()} alt={props.file.name} loading="lazy" />
      </Show>
    </a>
  );
}

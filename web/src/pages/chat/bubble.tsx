import { For, type JSX, Show } from 'solid-js';
import type { Message } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Icon } from '../../parts/marks/icon.tsx';
import { LightMark } from '../../parts/marks/light-mark.tsx';
import css from './chat-window.module.css';
import { type Piece, piecesOf } from './message-text.ts';

/** What is not yet, or not at all, settled about a message; most need no word. */
function stateText(state: Message['state']): string | null {
  const words = t().chat.states;
  return state in words ? words[state as keyof typeof words] : null;
}

function PieceShown(props: { piece: Piece }): JSX.Element {
  const { piece } = props;
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'link':
      return (
        <a href={piece.text} target="_blank" rel="noreferrer">
          {piece.text}
        </a>
      );
    case 'light':
      return (
        <span class={css.light}>
          <LightMark light={piece.light} quiet />
        </span>
      );
  }
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
          <For each={piecesOf(props.message.text)}>{(piece) => <PieceShown piece={piece} />}</For>
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

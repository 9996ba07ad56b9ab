import { For, type JSX } from 'solid-js';
import { LightMark } from '../marks/light-mark.tsx';
import css from './chat-text.module.css';
import { type Piece, piecesOf } from './message-text.ts';

/** The words of a chat message, with its links to follow and its lights drawn. */
export function ChatText(props: { text: string }): JSX.Element {
  return <For each={piecesOf(props.text)}>{(piece) => <PieceShown piece={piece} />}</For>;
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

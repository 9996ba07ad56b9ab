/** An edited paragraph read back from the page: words, and the figures and names that stand among them. */
import type { Edit } from './queries.ts';

type Piece = Edit['pieces'][number];

/** The part of a page's element that is looked at, so that it can be told without a page. */
export interface Written {
  textContent: string | null;
  dataset?: { kind?: string | undefined } | undefined;
}

const kindOf = (written: Written): Piece['kind'] =>
  written.dataset?.kind === 'figure' || written.dataset?.kind === 'name' ? written.dataset.kind : 'text';

/** The pieces in their order; words side by side are one, line breaks are none. */
export function piecesOf(children: Iterable<Written>): Piece[] {
  const pieces: Piece[] = [];
  for (const child of children) {
    const kind = kindOf(child);
    const text = (child.textContent ?? '').replaceAll(/[\r\n\u200b]/g, '');
    const last = pieces.at(-1);
    if (text === '') continue;
    if (kind === 'text' && last?.kind === 'text') last.text += text;
    else pieces.push({ kind, text });
  }
  return pieces;
}

/** Whether two texts are the same, piece by piece. */
export const samePieces = (a: readonly Piece[], b: readonly Piece[]): boolean =>
  a.length === b.length && a.every(({ kind, text }, at) => kind === b[at]?.kind && text === b[at]?.text);

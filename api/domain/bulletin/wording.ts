/**
 * Editing of a bulletin (修改文字): the office changes words; figures and names come from the data and stay, in their
 * order, and none is typed (time.md, "Bulletins").
 */
import type { Block, BulletinContent, Paragraph, Span, Spans } from './content.ts';

/** One piece of an edited sentence as it comes back from the page. */
export type Piece = Pick<Span, 'kind' | 'text'>;

/** A paragraph by its place: the section, and the block within it, both counted from 0. */
export interface Edit {
  section: number;
  block: number;
  pieces: readonly Piece[];
}

/** Why an edit is refused: 不是可改的段落 · 数据被改动 · 手工填写了数字 · 没有文字 */
const WORDING_FAULTS = ['noParagraph', 'figuresChanged', 'figureTyped', 'empty'] as const;
export type WordingFault = (typeof WORDING_FAULTS)[number];

export type Reworded =
  | { ok: true; content: BulletinContent }
  | { ok: false; fault: WordingFault; at: number };

const isKept = ({ kind }: Piece): boolean => kind !== 'text';
/** Figures in whatever writing: Arabic, full-width, or in words as a share. */
const TYPED = /[0-9０-９]|百分之/;

const sameKept = (a: readonly Piece[], b: readonly Piece[]): boolean =>
  a.length === b.length && a.every(({ kind, text }, at) => kind === b[at]?.kind && text === b[at]?.text);

function faultOf(old: Spans, pieces: readonly Piece[]): WordingFault | null {
  if (!sameKept(old.filter(isKept), pieces.filter(isKept))) return 'figuresChanged';
  const words = pieces.filter((piece) => !isKept(piece)).map(({ text }) => text);
  if (words.some((text) => TYPED.test(text))) return 'figureTyped';
  return words.join('').trim() === '' && old.some(({ kind }) => kind === 'text') ? 'empty' : null;
}

/** The new words around the figures of `from`, one after another. */
function around(pieces: readonly Piece[], from: Spans): Span[] {
  const kept = from.filter(isKept);
  let next = 0;
  return pieces.flatMap((piece): Span[] => {
    if (piece.kind === 'text') return piece.text === '' ? [] : [{ kind: 'text', text: piece.text }];
    const span = kept[next++];
    return span === undefined ? [] : [span];
  });
}

const withBlock = (content: BulletinContent, at: Pick<Edit, 'section' | 'block'>, block: Block) => ({
  ...content,
  sections: content.sections.map((section, s) =>
    s === at.section
      ? { ...section, blocks: section.blocks.map((old, b) => (b === at.block ? block : old)) }
      : section,
  ),
});

/** The bulletin with the edited wording, or what is wrong with which edit. */
export function reword(content: BulletinContent, edits: readonly Edit[]): Reworded {
  let now = content;
  for (const [at, edit] of edits.entries()) {
    const old = now.sections[edit.section]?.blocks[edit.block];
    if (old?.kind !== 'paragraph') return { ok: false, fault: 'noParagraph', at };
    const fault = faultOf(old.spans, edit.pieces);
    if (fault !== null) return { ok: false, fault, at };
    now = withBlock(now, edit, { kind: 'paragraph', spans: around(edit.pieces, old.spans) });
  }
  return { ok: true, content: now };
}

/** What a composed paragraph says, its figures and names left open: the situation it was written for. */
const situation = ({ spans }: Paragraph): string =>
  JSON.stringify(
    spans.map((span) => (span.kind === 'text' ? span.text : [span.kind, 'of' in span && span.of])),
  );

/**
 * Brings an edited bulletin up to newer figures: a paragraph keeps the office's wording as long as the situation it
 * describes is the same, and is written anew where it is not.
 */
export function renew(
  edited: BulletinContent,
  composed: BulletinContent,
  fresh: BulletinContent,
): BulletinContent {
  const find = (content: BulletinContent, heading: string, at: number) =>
    content.sections.find((section) => section.heading === heading)?.blocks[at];
  return {
    ...fresh,
    sections: fresh.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block, at): Block => {
        const [was, now] = [find(composed, section.heading, at), find(edited, section.heading, at)];
        if (block.kind !== 'paragraph' || was?.kind !== 'paragraph' || now?.kind !== 'paragraph')
          return block;
        if (situation(was) !== situation(block)) return block;
        return { kind: 'paragraph', spans: around(now.spans, block.spans) };
      }),
    })),
  };
}

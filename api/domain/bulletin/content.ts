/**
 * What a bulletin (通报) says, before anybody sets it in type: the web page, the Word file, the picture and the chat
 * text are all made from this one content (time.md, "Bulletins").
 */
import type { BulletinKind, Day } from '../../../db/vocabulary.ts';

/** A piece of a sentence: words that the office may change, or a figure or name that comes from the data. */
export type Span =
  | { readonly kind: 'text'; readonly text: string }
  /** `of` says what the figure counts: `overdue.most`. */
  | { readonly kind: 'figure'; readonly text: string; readonly of: string }
  | { readonly kind: 'name'; readonly text: string };
export type Spans = readonly Span[];

export interface Paragraph {
  readonly kind: 'paragraph';
  readonly spans: Spans;
}

export interface Column {
  readonly title: string;
  /** How wide beside the other columns. */
  readonly share: number;
  readonly align: 'left' | 'center' | 'right';
}

export interface TableBlock {
  readonly kind: 'table';
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

/** One unit of a ranking; rank and score are null where nothing it is assessed on was due. */
export interface RankingRow {
  readonly unit: string;
  readonly rank: number | null;
  readonly score: string | null;
  readonly grade: string | null;
  /** Places gained since the period before; null without comparison. */
  readonly change: number | null;
}

export interface RankingBlock {
  readonly kind: 'ranking';
  readonly caption: string;
  readonly rows: readonly RankingRow[];
}

/** Shares over time or over units, as bars. */
export interface ChartBlock {
  readonly kind: 'chart';
  readonly caption: string;
  readonly bars: readonly { readonly label: string; readonly share: number }[];
}

export type Block = Paragraph | TableBlock | RankingBlock | ChartBlock;

export interface Section {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

export interface BulletinContent {
  readonly kind: BulletinKind;
  /** `2026-05`, `2026`, `2026-W21`: see `api/domain/time/periods.ts`. */
  readonly period: string;
  /** 发文字号, once issued. */
  readonly number: string | null;
  readonly title: string;
  /** 主送 */
  readonly addressees: string;
  readonly sections: readonly Section[];
  /** Who issues it (发文机关). */
  readonly signer: string;
  /** 成文日期, once issued. */
  readonly date: Day | null;
  /** The instant that every figure is as of. */
  readonly asOf: string;
}

/** A paragraph as it is read. */
export const plainText = (spans: Spans): string => spans.map(({ text }) => text).join('');

/** Every paragraph of a bulletin, in reading order. */
export const paragraphsOf = ({ sections }: Pick<BulletinContent, 'sections'>): Paragraph[] =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'paragraph'));

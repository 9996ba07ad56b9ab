/** Lines of an official document: addressees, headings of four levels, body (GB/T 9704-2012, 7.3). */
import { AlignmentType, type IParagraphOptions, LineRuleType, Paragraph, TextRun } from 'docx';
import { type FontKey, font } from './fonts.ts';
import { CHARACTER_SPACING, characters, LINE, SIZE } from './measures.ts';

/** Exactly one line of the grid. */
export const ON_THE_LINE = {
  line: LINE,
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
} as const;

interface Face {
  font?: FontKey;
  /** In points. */
  size?: number;
  color?: string;
  /** Width of the characters in per cent of their own. */
  scale?: number;
}

/** Body text is set a little closer than its size, so that 28 characters make a line; other sizes as they are. */
const closeness = (size: number) => (size === SIZE.body ? { characterSpacing: CHARACTER_SPACING } : {});

/** Text in one face; body text (3号仿宋) unless told. */
export const run = (
  text: string,
  { font: key = 'fangsong', size = SIZE.body, ...face }: Face = {},
): TextRun =>
  new TextRun({
    text,
    font: font(key),
    size: size * 2,
    ...closeness(size),
    ...(face.color === undefined ? {} : { color: face.color }),
    ...(face.scale === undefined ? {} : { scale: face.scale }),
  });

/** One paragraph on the line grid. */
export const line = (text: string, face: Face = {}, layout: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    spacing: ON_THE_LINE,
    ...layout,
    children: [run(text, face)],
  });

/** An empty line of the grid (空一行). */
export const blankLine = (): Paragraph => line('');

/** Addressees (主送机关): flush left, with a full-width colon. */
export const addressees = (text: string): Paragraph => line(`${text}：`, {}, { keepNext: true });

const INDENT = { firstLine: characters(2), firstLineChars: 200 } as const;

/** Body (正文): 3号仿宋, each paragraph two characters in. */
export const bodyParagraph = (text: string): Paragraph =>
  line(text, {}, { indent: INDENT, alignment: AlignmentType.BOTH });

/** Fonts of the headings 一、 （一） 1. （1）, none of them made bold. */
const HEADING_FONT = { 1: 'heiti', 2: 'kaiti', 3: 'fangsong', 4: 'fangsong' } as const satisfies Record<
  number,
  FontKey
>;
export type HeadingLevel = keyof typeof HEADING_FONT;

/** Heading (层次标题) with its number written out; it stays with what follows it. */
export const headingLine = (text: string, level: HeadingLevel): Paragraph =>
  line(text, { font: HEADING_FONT[level] }, { indent: INDENT, keepNext: true, outlineLevel: level - 1 });

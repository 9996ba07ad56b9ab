/**
 * Writes an official document (公文) as a Word file in the layout of GB/T 9704-2012. What it says is given as plain
 * data; how each part looks stands in the part's own file beside this one.
 */
import { AlignmentType, Document, ImageRun, LineRuleType, Packer, Paragraph, type Table } from 'docx';
import { type Colophon, colophonAtTheFoot } from './colophon.ts';
import { FONT_TABLE, font } from './fonts.ts';
import { mm, pixels, SIZE } from './measures.ts';
import { officialPage } from './page.ts';
import {
  addressees,
  blankLine,
  bodyParagraph,
  type HeadingLevel,
  headingLine,
  line,
  ON_THE_LINE,
} from './paragraphs.ts';
import { belowRule, redHead } from './red-head.ts';
import { type Signature, signatureLines } from './signature.ts';
import { officialTable, type TableContent } from './table.ts';
import { titleLines } from './title.ts';

/** A picture set in the text, in the width it is given. */
export interface PictureContent {
  png: Uint8Array;
  widthMm: number;
  heightMm: number;
  /** Stands above it, and says what it shows to who cannot see it. */
  caption: string;
}

export type Part =
  | { kind: 'heading'; level: HeadingLevel; text: string }
  | { kind: 'paragraph'; text: string }
  | ({ kind: 'table'; caption: string } & TableContent)
  | ({ kind: 'picture' } & PictureContent);

export interface OfficialDocument {
  /** The red head (版头), where it has one. */
  head: { authority: string; number: string } | null;
  title: string;
  /** 主送 */
  addressees: string | null;
  parts: readonly Part[];
  signature: Signature | null;
  colophon: Colophon | null;
}

/** One line, in 240ths of its own height. */
const SINGLE = 240;

const picture = ({ png, widthMm, heightMm, caption: alt }: PictureContent): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    // On a line of exact height only a strip of it would show.
    spacing: { line: SINGLE, lineRule: LineRuleType.AUTO },
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: pixels(mm(widthMm)), height: pixels(mm(heightMm)) },
        altText: { name: alt, title: alt, description: alt },
      }),
    ],
  });

const caption = (text: string): Paragraph =>
  line(text, { font: 'heiti', size: SIZE.table }, { alignment: AlignmentType.CENTER, keepNext: true });

function written(part: Part): (Paragraph | Table)[] {
  switch (part.kind) {
    case 'heading':
      return [headingLine(part.text, part.level)];
    case 'paragraph':
      return [bodyParagraph(part.text)];
    case 'table':
      return [caption(part.caption), officialTable(part)];
    case 'picture':
      return [caption(part.caption), picture(part)];
  }
}

/** The document's bytes. */
export async function writeOfficialDocument(content: OfficialDocument): Promise<Buffer> {
  const { head, title, parts, signature, colophon } = content;
  const document = new Document({
    title,
    creator: signature?.name ?? '',
    evenAndOddHeaderAndFooters: true,
    styles: {
      default: {
        document: {
          run: {
            font: font('fangsong'),
            size: SIZE.body * 2,
            language: { value: 'zh-CN', eastAsia: 'zh-CN' },
          },
          paragraph: { spacing: ON_THE_LINE },
        },
      },
    },
    sections: [
      {
        ...officialPage(),
        children: [
          ...(head === null ? [] : [...redHead(head.authority, head.number), ...belowRule()]),
          ...titleLines(title),
          blankLine(),
          ...(content.addressees === null ? [] : [addressees(content.addressees)]),
          ...parts.flatMap(written),
          ...(signature === null ? [] : signatureLines(signature)),
          ...(colophon === null ? [] : [colophonAtTheFoot(colophon)]),
        ],
      },
    ],
  });
  return Packer.toBuffer(document, undefined, [FONT_TABLE]);
}

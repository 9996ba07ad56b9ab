/** Builds small Word files for tests of what reads them, with the same library that writes the product's own. */
import {
  AlignmentType,
  Document,
  type INumberingOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';

/** A cell: its text, and how many columns and rows it takes up. */
export type Cell = string | { text: string; columns?: number; rows?: number };
export type Piece = string | { table: Cell[][] } | { text: string; level: number };

const paragraph = (text: string) => new Paragraph({ children: [new TextRun(text)] });

function cellOf(cell: Cell): TableCell {
  const { text, columns = 1, rows = 1 } = typeof cell === 'string' ? { text: cell } : cell;
  return new TableCell({
    columnSpan: columns,
    rowSpan: rows,
    children: text.split('\n').map(paragraph),
  });
}

/** 一、 (一) 1. as an automatic list of Word. */
const NUMBERING: INumberingOptions = {
  config: [
    {
      reference: 'headings',
      levels: [
        { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.LEFT },
        { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）', alignment: AlignmentType.LEFT },
        { level: 2, format: LevelFormat.DECIMAL, text: '%3.', alignment: AlignmentType.LEFT },
      ],
    },
  ],
};

function childOf(piece: Piece): Paragraph | Table {
  if (typeof piece === 'string') return paragraph(piece);
  if ('table' in piece) {
    return new Table({ rows: piece.table.map((row) => new TableRow({ children: row.map(cellOf) })) });
  }
  return new Paragraph({
    numbering: { reference: 'headings', level: piece.level },
    children: [new TextRun(piece.text)],
  });
}

/** A .docx of paragraphs, tables and automatically numbered headings. */
export async function wordFile(...pieces: Piece[]): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({ numbering: NUMBERING, sections: [{ children: pieces.map(childOf) }] }),
  );
}

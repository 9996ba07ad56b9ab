/** Tables (表格): 小四宋体 in the width of the type area; the heading row is repeated on every page it runs to. */
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import { mm, pt, SIZE, TYPE_AREA_WIDTH } from './measures.ts';
import { run } from './paragraphs.ts';

export interface Column {
  title: string;
  /** How wide beside the other columns. */
  share: number;
  /** Figures stand right, words left, short marks in the middle. */
  align: 'left' | 'center' | 'right';
}

export interface TableContent {
  columns: readonly Column[];
  rows: readonly (readonly string[])[];
}

const ALIGN = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT } as const;
const CELL_LINE = { line: pt(18), lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
const PADDING = { top: mm(0.6), bottom: mm(0.6), left: mm(1.5), right: mm(1.5) } as const;

const cell = (text: string, width: number, align: Column['align'], heading: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: PADDING,
    verticalAlign: VerticalAlign.CENTER,
    children: [
      new Paragraph({
        alignment: heading ? AlignmentType.CENTER : ALIGN[align],
        spacing: CELL_LINE,
        children: [run(text, { font: heading ? 'heiti' : 'songti', size: SIZE.table })],
      }),
    ],
  });

/** Widths of the columns in twips, together exactly the type area: each column ends where its share of the whole does. */
export function columnWidths(columns: readonly Column[]): number[] {
  const all = columns.reduce((sum, { share }) => sum + share, 0);
  let passed = 0;
  let edge = 0;
  return columns.map(({ share }) => {
    const from = edge;
    passed += share;
    edge = Math.round((passed / all) * TYPE_AREA_WIDTH);
    return edge - from;
  });
}

/** A row is never torn over two pages. */
export function officialTable({ columns, rows }: TableContent): Table {
  const widths = columnWidths(columns);
  const row = (texts: readonly string[], heading: boolean): TableRow =>
    new TableRow({
      tableHeader: heading,
      cantSplit: true,
      children: columns.map(({ align }, index) =>
        cell(texts[index] ?? '', widths[index] ?? 0, align, heading),
      ),
    });
  return new Table({
    width: { size: TYPE_AREA_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    rows: [
      row(
        columns.map(({ title }) => title),
        true,
      ),
      ...rows.map((texts) => row(texts, false)),
    ],
  });
}

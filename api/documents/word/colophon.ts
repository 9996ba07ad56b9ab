/** Colophon (版记): who gets copies, who printed it and when, at the foot of the last page (GB/T 9704-2012, 7.4). */
import {
  BorderStyle,
  HorizontalPositionAlign,
  HorizontalPositionRelativeFrom,
  type IBordersOptions,
  LineRuleType,
  Paragraph,
  TabStopType,
  TextWrappingType,
  VerticalPositionAlign,
  VerticalPositionRelativeFrom,
} from 'docx';
import { ShapeRun } from 'docx/shapes';
import { pixels, pt, SIZE, TYPE_AREA_WIDTH } from './measures.ts';
import { run } from './paragraphs.ts';
import { widthOf } from './width.ts';

export interface Colophon {
  /** 抄送 */
  copies?: string;
  /** 印发机关 */
  by: string;
  /** 印发日期 in words: 2026年11月3日 */
  on: string;
}

/** Outer rules 0.35 mm, about 1 pt; the rule between 0.25 mm, about 0.75 pt (7.4.1). In eighths of a point. */
const THICK = { style: BorderStyle.SINGLE, size: 8, space: 0, color: '000000' } as const;
const THIN = { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } as const;

/** Each line stands one character of 4号 in at both ends. */
const ONE_IN = pt(SIZE.small);
/** A line of 4号 with its share of the space between the rules. */
const COLOPHON_LINE = pt(22);
const RULES = pt(3);
const CHARACTERS_A_LINE = Math.floor((TYPE_AREA_WIDTH - 2 * ONE_IN) / pt(SIZE.small));

const colophonLine = (text: string, border: IBordersOptions): Paragraph =>
  new Paragraph({
    border,
    spacing: { line: COLOPHON_LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    tabStops: [{ type: TabStopType.RIGHT, position: TYPE_AREA_WIDTH - ONE_IN }],
    indent: { firstLine: ONE_IN },
    children: [run(text, { size: SIZE.small })],
  });

/** A frame at the lower edge of the type area of the page on which the text ends; text keeps clear of it. */
function atTheFoot(lines: readonly Paragraph[], height: number): Paragraph {
  const frame = new ShapeRun({
    type: 'rectangle',
    transformation: { width: pixels(TYPE_AREA_WIDTH), height: pixels(height) },
    line: 'none',
    textOptions: { margins: { top: 0, right: 0, bottom: 0, left: 0 }, verticalAlignment: 'bottom' },
    children: lines,
    floating: {
      horizontalPosition: {
        relative: HorizontalPositionRelativeFrom.MARGIN,
        align: HorizontalPositionAlign.LEFT,
      },
      verticalPosition: {
        relative: VerticalPositionRelativeFrom.MARGIN,
        align: VerticalPositionAlign.BOTTOM,
      },
      wrap: { type: TextWrappingType.TOP_AND_BOTTOM },
    },
  });
  return new Paragraph({
    spacing: { line: pt(1), lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    children: [frame],
  });
}

/** The empty paragraph, a point high, that carries the colophon. */
export function colophonAtTheFoot({ copies, by, on }: Colophon): Paragraph {
  const printed = `${by}\t${on}印发`;
  if (copies === undefined) {
    return atTheFoot([colophonLine(printed, { top: THICK, bottom: THICK })], COLOPHON_LINE + RULES);
  }
  const sent = `抄送：${copies}。`;
  const lines = Math.ceil((widthOf(sent) + 1) / CHARACTERS_A_LINE) + 1;
  return atTheFoot(
    [colophonLine(sent, { top: THICK }), colophonLine(printed, { top: THIN, bottom: THICK })],
    lines * COLOPHON_LINE + RULES,
  );
}

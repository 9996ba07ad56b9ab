/**
 * Red head (版头): the issuing authority in red, its number, and the red rule (GB/T 9704-2012, 7.2).
 */
import { AlignmentType, BorderStyle, LineRuleType, Paragraph } from 'docx';
import { mm, pt, SIZE, TYPE_AREA_WIDTH } from './measures.ts';
import { blankLine, line, ON_THE_LINE } from './paragraphs.ts';

const RED = 'FF0000';
/** The authority's mark begins 35 mm below the upper edge of the type area (7.2.4). */
const MARK_BELOW_TYPE_AREA = mm(35);
/** The rule stands 4 mm below the number (7.2.7). */
const RULE_BELOW_NUMBER = mm(4);
/** Of an em box, what lies above the characters' ink, and below it, in a Chinese face. */
const EMPTY_ABOVE = 0.08;
const EMPTY_BELOW = 0.12;
/** Eighths of a point: a rule of 1.5 pt. */
const RULE_WEIGHT = 12;

/** Sizes between which the mark is set; a name too long for the smaller one is narrowed to the line's width. */
const MARK_SIZE = { largest: 56, smallest: 30 } as const;
/** How much of the line a mark fills at most. */
const MARK_WIDTH = TYPE_AREA_WIDTH / 20 - 4;

/** Size in points, and width in per cent, at which a name of so many characters fills one line at most. */
export function markFace(name: string): { size: number; scale: number } {
  const count = [...name].length;
  const fitting = Math.floor(MARK_WIDTH / count);
  const size = Math.min(MARK_SIZE.largest, Math.max(MARK_SIZE.smallest, fitting));
  return { size, scale: Math.min(100, Math.floor((MARK_WIDTH / (count * size)) * 100)) };
}

const exactly = (twips: number) => ({
  line: Math.round(twips),
  lineRule: LineRuleType.EXACT,
  before: 0,
  after: 0,
});

/** The mark, two blank lines, the number in its own brackets 〔〕, the rule. */
export function redHead(authority: string, number: string): Paragraph[] {
  const { size, scale } = markFace(authority);
  return [
    new Paragraph({ spacing: exactly(MARK_BELOW_TYPE_AREA - pt(size * EMPTY_ABOVE)) }),
    line(
      authority,
      { font: 'xiaobiaosong', size, scale, color: RED },
      { alignment: AlignmentType.CENTER, spacing: exactly(pt(size)) },
    ),
    blankLine(),
    blankLine(),
    line(number, {}, { alignment: AlignmentType.CENTER, spacing: exactly(pt(SIZE.body)) }),
    redRule(),
  ];
}

/** An empty line as high as the distance that is left between the number's foot and the rule at its own foot. */
const redRule = (): Paragraph =>
  new Paragraph({
    spacing: exactly(RULE_BELOW_NUMBER - pt(SIZE.body * EMPTY_BELOW)),
    border: { bottom: { style: BorderStyle.SINGLE, size: RULE_WEIGHT, space: 0, color: RED } },
  });

/** Two blank lines stand between the rule and the title (7.3.1). */
export const belowRule = (): Paragraph[] => [blankLine(), new Paragraph({ spacing: ON_THE_LINE })];

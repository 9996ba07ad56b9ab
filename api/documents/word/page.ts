/** The page (版面): margins, document grid, and the page number `— 1 —` at the outer edge. */
import {
  AlignmentType,
  DocumentGridType,
  Footer,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { font } from './fonts.ts';
import { LINE, MARGINS, mm, PAGE, pt, SIZE } from './measures.ts';

/** How high the line of the page number is; its dash stands in the middle. */
const NUMBER_LINE = pt(SIZE.small);
/** GB/T 9704, 7.5: the dash stands 7 mm below the type area. */
const DASH_BELOW_TYPE_AREA = mm(7);
/** From the lower edge of the paper to the foot of the page number's line. */
const FOOTER = MARGINS.bottom - DASH_BELOW_TYPE_AREA - NUMBER_LINE / 2;

/** Odd pages have it at the right, even ones at the left, each one character in. */
function pageNumber(edge: 'left' | 'right'): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: edge === 'right' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: { [edge]: pt(SIZE.small) },
        spacing: { line: NUMBER_LINE, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: font('songti'),
            size: SIZE.small * 2,
          }),
        ],
      }),
    ],
  });
}

/**
 * Margins, grid and page numbers of a section; the document must keep odd and even footers apart. The grid gives the
 * pitch of 22 lines and snaps nothing to it: the lines are that high by themselves, and the red head and tables, which
 * are not, must stay where the standard has them.
 */
export const officialPage = (): Omit<ISectionOptions, 'children'> => ({
  properties: {
    page: {
      size: { width: PAGE.width, height: PAGE.height },
      margin: { ...MARGINS, header: mm(15), footer: Math.round(FOOTER), gutter: 0 },
    },
    grid: { type: DocumentGridType.DEFAULT, linePitch: LINE },
  },
  footers: { default: pageNumber('right'), even: pageNumber('left') },
});

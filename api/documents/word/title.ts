/** Title (标题): 2号小标宋, centred; where it needs several lines, of much the same length, and no word is torn apart. */
import { AlignmentType, type Paragraph } from 'docx';
import { SIZE, TYPE_AREA_WIDTH } from './measures.ts';
import { line } from './paragraphs.ts';
import { widthOf } from './width.ts';

/** Characters of 2号 that a line holds, one left over for the space that Word sets around figures. */
const TITLE_LINE = Math.floor(TYPE_AREA_WIDTH / 20 / SIZE.title) - 1;
/** What must not begin a line: it belongs to the word before it. */
const CLINGS = /^[的地得了和与及人年月日号）〕》、，：；]/;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** The places at which a title may be broken, as the two halves. */
function breaks(title: string): [string, string][] {
  return [...words.segment(title)]
    .slice(1)
    .map(({ index }): [string, string] => [title.slice(0, index), title.slice(index)])
    .filter(([, rest]) => !CLINGS.test(rest));
}

/** The lines of a title: as few as it needs, each as near to an even share as whole words allow. */
export function breakTitle(title: string): string[] {
  const count = Math.ceil(widthOf(title) / TITLE_LINE);
  if (count <= 1) return [title];
  const share = widthOf(title) / count;
  const away = ([first]: [string, string]) => Math.abs(widthOf(first) - share);
  const [best] = breaks(title)
    .filter(([first]) => widthOf(first) <= TITLE_LINE)
    .toSorted((a, b) => away(a) - away(b));
  return best === undefined ? [title] : [best[0], ...breakTitle(best[1])];
}

/** The title (标题): 2号小标宋, centred, broken as `breakTitle` breaks it, never apart from what follows. */
export const titleLines = (title: string): Paragraph[] =>
  breakTitle(title).map((text) =>
    line(
      text,
      { font: 'xiaobiaosong', size: SIZE.title },
      { alignment: AlignmentType.CENTER, keepNext: true, keepLines: true },
    ),
  );

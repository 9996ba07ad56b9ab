/**
 * Finds line breaks that only wrap a line (硬换行): text copied from a page has one every so many characters,
 * and a sentence goes on across it.
 */

/** Lines shorter than this or longer than that are not a page's full lines. */
const NARROWEST = 14;
const WIDEST = 70;
/** A full line may be this part shorter than the page is wide: a bracket or a numeral goes to the next. */
const SLACK = 0.15;
/** Fewer full lines than this say nothing about the page. */
const FEWEST = 6;

const ENDS = /[。;；:：!！?？.…”）)]$/;
/** How a new paragraph begins, whatever stands before it. */
const BEGINS =
  /^(?:\s|[一二三四五六七八九十]{1,3}\s*[、.．]|[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]|【|附件)/u;

const widthOf = (line: string): number => {
  let width = 0;
  for (const char of line.trim()) width += char.charCodeAt(0) < 0x80 ? 0.5 : 1;
  return width;
};

/** The width of the page, or undefined where lines end where paragraphs end. */
function pageWidth(widths: readonly number[], lines: readonly string[]): number | undefined {
  const open = widths.filter((width, i) => width >= NARROWEST && !ENDS.test(lines[i]?.trim() ?? ''));
  const width = open.reduce((widest, each) => Math.max(widest, each), 0);
  if (width > WIDEST || widths.some((each) => each > width * (1 + SLACK))) return undefined;
  const full = open.filter((each) => each >= width * (1 - SLACK));
  return full.length >= FEWEST && full.length * 2 >= open.length ? width : undefined;
}

/** For each line, whether the next one continues it. */
export function continued(lines: readonly string[]): boolean[] {
  const widths = lines.map(widthOf);
  const page = pageWidth(widths, lines);
  return lines.map((line, i) => {
    const next = lines[i + 1];
    if (page === undefined || next === undefined || next.trim() === '') return false;
    return (widths[i] ?? 0) >= page * (1 - SLACK) && !/[。；！？]$/.test(line.trim()) && !BEGINS.test(next);
  });
}

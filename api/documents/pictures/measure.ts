/** How wide text is in Noto Sans SC, near enough to break lines: a Chinese character is one square. */

const NARROW = /[\s.,:;'!|il()[\]·]/u;
const WIDE = /[MWmw%@]/u;

function widthOfChar(char: string): number {
  if (char.charCodeAt(0) > 0x2000) return 1;
  if (NARROW.test(char)) return 0.33;
  return WIDE.test(char) ? 0.9 : 0.58;
}

/** The width of a text of that size, in pixels. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const char of text) width += widthOfChar(char);
  return width * size;
}

/** The text as far as it fits, with … where it does not. */
export function fitting(text: string, size: number, width: number): string {
  if (widthOf(text, size) <= width) return text;
  let fits = '';
  for (const char of text) {
    if (widthOf(`${fits}${char}…`, size) > width) break;
    fits += char;
  }
  return `${fits}…`;
}

/** What may not begin a line. */
const CLOSES = /^[，。、；：！？）》”’%…]/u;
/** A number or a Latin word stays whole. */
const PIECES = /[A-Za-z0-9.,%+−-]+|./gsu;

/** The lines of a text within a width; at most `most` of them, the last one cut. */
export function wrapped(
  text: string,
  size: number,
  width: number,
  most = Number.POSITIVE_INFINITY,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(PIECES)) {
    if (line !== '' && widthOf(line + piece, size) > width && !CLOSES.test(piece)) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), fitting(lines.slice(most - 1).join(''), size, width)];
}

/** Texts in pieces that a gateway takes, counted in bytes of UTF-8 as WeCom counts. Pure. */

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

/** How much of a text fits: up to the last line's end, else the last whole character. */
function cut(text: string, most: number): string {
  let size = 0;
  let end = 0;
  let lineEnd = 0;
  for (const character of text) {
    size += bytesOf(character);
    if (size > most) break;
    end += character.length;
    if (character === '\n') lineEnd = end;
  }
  return text.slice(0, end < text.length && lineEnd > 0 ? lineEnd : end);
}

/** The text in pieces of at most `most` bytes (4 or more), cut between lines where it can be. */
export function splitText(text: string, most: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (bytesOf(rest) > most) {
    const piece = cut(rest, most);
    pieces.push(piece.trimEnd() === '' ? piece : piece.trimEnd());
    rest = rest.slice(piece.length);
  }
  return rest === '' && pieces.length > 0 ? pieces : [...pieces, rest];
}

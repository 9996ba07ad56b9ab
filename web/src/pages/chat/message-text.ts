/** A chat message as it is shown: its links, and when a time stands between messages. */

/** A piece of a message: plain text, or a link. */
export interface Piece {
  text: string;
  href: string | null;
}

/** Addresses end before white space and before Chinese text or punctuation. */
const ADDRESS = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g;

/** The pieces of a message, in order; together they are the whole text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const found of text.matchAll(ADDRESS)) {
    if (found.index > done) pieces.push({ text: text.slice(done, found.index), href: null });
    pieces.push({ text: found[0], href: found[0] });
    done = found.index + found[0].length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), href: null });
  return pieces;
}

const PAUSE_MS = 5 * 60_000;

/** Whether the time is shown above a message: at the first one, and after a pause of five minutes. */
export function isAfterPause(at: string, before: string | undefined): boolean {
  return before === undefined || Date.parse(at) - Date.parse(before) > PAUSE_MS;
}

/** A chat message as it is shown: its links and lights, and when a time stands between messages. */
import type { Light } from '../../../../db/vocabulary.ts';

/** A piece of a message: plain text, a link, or a light. The text is what stood there. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'link'; text: string }
  | { kind: 'light'; text: string; light: Light };

/** The signs of chat for the lights; old office machines have no such letters, so the page draws them itself. */
const LIGHTS: Readonly<Record<string, Light>> = { '🔵': 'blue', '🟢': 'green', '🟡': 'yellow', '🔴': 'red' };

/** Addresses end before white space and before Chinese text or punctuation. */
const SPECIAL = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+|🔵|🟢|🟡|🔴/gu;

/** The pieces of a message, in order; together they are the whole text. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const { 0: found, index } of text.matchAll(SPECIAL)) {
    if (index > done) pieces.push({ kind: 'text', text: text.slice(done, index) });
    const light = LIGHTS[found];
    pieces.push(light === undefined ? { kind: 'link', text: found } : { kind: 'light', text: found, light });
    done = index + found.length;
  }
  if (done < text.length) pieces.push({ kind: 'text', text: text.slice(done) });
  return pieces;
}

const PAUSE_MS = 5 * 60_000;

/** Whether the time is shown above a message: at the first one, and after a pause of five minutes. */
export function isAfterPause(at: string, before: string | undefined): boolean {
  return before === undefined || Date.parse(at) - Date.parse(before) > PAUSE_MS;
}

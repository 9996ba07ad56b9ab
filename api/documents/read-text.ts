/** Decodes a plain text (.txt): UTF-8 or UTF-16 with or without a mark, or GB18030, by its bytes. */

const MARKS: readonly [string, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Control characters but tabs and line ends, and the mark of what could not be decoded. */
const CONTROL = /(?![\t\n\v\f\r])[\p{Cc}\ufffd]/u;
const USUAL = /[\p{Script=Han}\p{ASCII}\u2010-\u2027\u3000-\u303f\uff00-\uffef·—…×]+/gu;
/** A text in a wrong encoding reads as rare characters. */
const LEAST_USUAL = 0.9;

function decode(bytes: Buffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const share = (text: string, pattern: RegExp): number =>
  text === '' ? 0 : (text.match(pattern) ?? []).reduce((total, each) => total + each.length, 0) / text.length;

const isText = (text: string): boolean => !CONTROL.test(text);

/** The text of the bytes; undefined where they are no text in an encoding that plans are kept in. */
export function decodeText(bytes: Buffer): string | undefined {
  const marked = MARKS.find(([, mark]) => mark.every((byte, i) => bytes[i] === byte))?.[0];
  const encodings = marked === undefined ? ['utf-8', 'gb18030'] : [marked];
  for (const encoding of encodings) {
    const text = decode(bytes, encoding);
    if (text === undefined || !isText(text)) continue;
    if (encoding !== 'gb18030' || share(text, USUAL) >= LEAST_USUAL) return text;
  }
  return undefined;
}

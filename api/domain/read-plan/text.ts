/**
 * The document's text made even (规整), so that the rules need no variants: half-width digits, brackets and
 * commas, no odd spaces. Every character remembers where it stood, so that what is quoted is what was written.
 */

export interface PlanText {
  /** The even text: paragraphs parted by `\n`. */
  readonly norm: string;
  /** The document's own words for a range of `norm`, trimmed. */
  quote(from: number, to: number): string;
  /** The same without line breaks and odd spaces, for titles. */
  tidy(from: number, to: number): string;
  /** Where an offset of the source stands in `norm`. */
  indexOf(offset: number): number;
}

const HAN = /\p{Script=Han}/u;
const NEWLINE = /[\n\r\f\v\u0085\u2028\u2029]/;
const SPACE = /[\s\u00a0\u2000-\u200a\u3000]/;
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
/** Left as they are: the circled digits are a list of their own, the dots a leader of a table of contents. */
const KEPT = /[\u2460-\u2473…]/;

/** Brackets that stand inside others, or for them: `〔2026〕`, `各村〈社区〉`. */
const BRACKETS: Readonly<Record<string, string>> = { '〔': '(', '〕': ')', '〈': '(', '〉': ')' };

/** One character in its even form: `（` as `(`, `㈠` as `(一)`, `１` as `1`. */
const even = (char: string): string => {
  const bracket = BRACKETS[char];
  if (bracket !== undefined) return bracket;
  const code = char.charCodeAt(0);
  const common = code < 0x80 || (code >= 0x4e00 && code <= 0x9fff) || (code >= 0xd800 && code <= 0xdfff);
  return common || KEPT.test(char) ? char : char.normalize('NFKC');
};

/** A space says something only between words: it may part units of a list, or a heading from its text. */
const saysSomething = (before: string, after: string): boolean =>
  (HAN.test(before) || ')”》'.includes(before)) && (HAN.test(after) || '“《'.includes(after));

/** Collects even text and, for each of its characters, the offset in the source. */
class Evened {
  readonly chars: string[] = [];
  readonly offsets: number[] = [];
  private space: number | undefined;

  newline(at: number): void {
    if (this.chars.length > 0 && this.chars.at(-1) !== '\n') this.push('\n', at);
    this.space = undefined;
  }

  blank(at: number): void {
    this.space ??= at;
  }

  word(char: string, at: number): void {
    if (this.space !== undefined && saysSomething(this.chars.at(-1) ?? '', char)) this.push(' ', this.space);
    this.space = undefined;
    for (const each of even(char)) this.push(each, at);
  }

  private push(char: string, at: number): void {
    this.chars.push(char);
    this.offsets.push(at);
  }
}

function evenOut(source: string, joined: ReadonlySet<number>): Evened {
  const evened = new Evened();
  for (let at = 0; at < source.length; at++) {
    const char = source.charAt(at);
    if (!NEWLINE.test(char)) {
      if (SPACE.test(char)) evened.blank(at);
      else if (!INVISIBLE.test(char)) evened.word(char, at);
    } else if (!joined.has(at)) evened.newline(at);
  }
  return evened;
}

/** The index of the first of ascending numbers that is no smaller. */
function firstAtLeast(ascending: readonly number[], least: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Makes a text even. `joined` holds the offsets of line breaks that only wrap a line. Linear. */
export function planText(source: string, joined: ReadonlySet<number> = new Set()): PlanText {
  const { chars, offsets } = evenOut(source, joined);
  const norm = chars.join('');
  const at = (index: number) => offsets[index] ?? source.length;
  return {
    norm,
    indexOf: (offset) => firstAtLeast(offsets, offset),
    quote: (from, to) => (to <= from ? '' : source.slice(at(from), at(to - 1) + 1).trim()),
    tidy: (from, to) => {
      const places = offsets.slice(from, to).filter((place, i, all) => place !== all[i - 1]);
      return places
        .map((place) => source.charAt(place))
        .join('')
        .replace(/\s*[\n\r\f\v]\s*/gu, '')
        .trim();
    },
  };
}

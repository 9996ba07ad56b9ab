/**
 * Numbers that Word counts itself (自动编号): 一、 and (一) of an automatic list are not in the text, and mammoth
 * gives only the list's level. They are written into the document's XML before it is read.
 */

interface Level {
  start: number;
  format: string;
  /** `%1、`, `(%2)`. */
  text: string;
}
interface NumberedList {
  levels: ReadonlyMap<number, Level>;
  /** Lists that share an abstract list count together unless they start anew. */
  counter: string;
}
interface Place {
  list: string;
  level: number;
}

const HAN_DIGITS = '〇一二三四五六七八九';

function han(n: number): string {
  const tens = Math.floor(n / 10);
  const ones = n % 10 === 0 ? '' : HAN_DIGITS.charAt(n % 10);
  return n < 10 ? HAN_DIGITS.charAt(n) : `${tens === 1 ? '' : HAN_DIGITS.charAt(tens)}十${ones}`;
}

/** A number in one of Word's formats; undefined for those that number no section (letters, bullets). */
function formatted(n: number, format: string): string | undefined {
  if (n < 1 || n > 99) return undefined;
  if (
    /^(?:chineseCounting|japaneseCounting|ideographDigital|taiwaneseCounting|chineseLegalSimplified)/.test(
      format,
    )
  ) {
    return han(n);
  }
  if (/^decimal(?:Zero|FullWidth2?|HalfWidth)?$/.test(format)) return String(n);
  if (format === 'decimalEnclosedParen') return `(${n})`;
  return format === 'decimalEnclosedFullstop' ? `${n}.` : undefined;
}

const attribute = (xml: string, element: string): string | undefined =>
  new RegExp(`<w:${element}\\b[^>]*?\\bw:val="([^"]*)"`).exec(xml)?.[1];

/** The pieces of an XML text between an element's tags, with its opening tag. */
function elements(xml: string, name: string): string[] {
  const found: string[] = [];
  const opening = new RegExp(`<w:${name}(?=[\\s>])`, 'g');
  const closing = `</w:${name}>`;
  for (let match = opening.exec(xml); match !== null; match = opening.exec(xml)) {
    const end = xml.indexOf(closing, match.index);
    if (end < 0) break;
    found.push(xml.slice(match.index, end));
    opening.lastIndex = end;
  }
  return found;
}

const idOf = (xml: string, name: string): string => new RegExp(`\\bw:${name}="([^"]*)"`).exec(xml)?.[1] ?? '';

function levelsOf(abstract: string): Map<number, Level> {
  return new Map(
    elements(abstract, 'lvl').map((xml) => [
      Number(idOf(xml, 'ilvl')),
      {
        start: Number(attribute(xml, 'start') ?? 1),
        format: attribute(xml, 'numFmt') ?? 'decimal',
        text: attribute(xml, 'lvlText') ?? '',
      },
    ]),
  );
}

/** The numbered lists of `word/numbering.xml`, by their id. */
function listsOf(numbering: string): Map<string, NumberedList> {
  const abstracts = new Map(
    elements(numbering, 'abstractNum').map((xml) => [idOf(xml, 'abstractNumId'), levelsOf(xml)]),
  );
  return new Map(
    elements(numbering, 'num').map((xml) => {
      const id = idOf(xml, 'numId');
      const abstract = attribute(xml, 'abstractNumId') ?? '';
      const anew = xml.includes('<w:startOverride');
      return [
        id,
        {
          levels: abstracts.get(abstract) ?? new Map(),
          counter: anew ? `num ${id}` : `abstract ${abstract}`,
        },
      ];
    }),
  );
}

function placeIn(properties: string): Place | undefined {
  const numPr = elements(properties, 'numPr')[0];
  const list = numPr === undefined ? undefined : attribute(numPr, 'numId');
  return list === undefined ? undefined : { list, level: Number(attribute(numPr ?? '', 'ilvl') ?? 0) };
}

/** The lists that paragraph styles belong to. */
const stylesOf = (styles: string): Map<string, Place> =>
  new Map(
    elements(styles, 'style').flatMap((xml) => {
      const place = placeIn(xml);
      return place === undefined ? [] : [[idOf(xml, 'styleId'), place] as const];
    }),
  );

/** Counts the paragraphs of each list, level by level. */
class Counting {
  private readonly counts = new Map<string, number[]>();
  private readonly lists: ReadonlyMap<string, NumberedList>;

  constructor(lists: ReadonlyMap<string, NumberedList>) {
    this.lists = lists;
  }

  /** The number of the next paragraph at a place, as Word shows it. */
  next({ list: id, level }: Place): string {
    const list = this.lists.get(id);
    const own = list?.levels.get(level);
    if (list === undefined || own === undefined || own.format === 'bullet' || level > 8) return '';
    const counts = this.counts.get(list.counter) ?? [];
    const begun = Array.from({ length: level }, (_, i) => counts[i] ?? list.levels.get(i)?.start ?? 1);
    const now = [...begun, (counts[level] ?? own.start - 1) + 1];
    this.counts.set(list.counter, now);
    return own.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      return formatted(now[at] ?? 0, list.levels.get(at)?.format ?? 'decimal') ?? '';
    });
  }
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Where a paragraph's properties end, those it had before a tracked change skipped. */
function endOfProperties(xml: string, from: number): { words: string; end: number } | undefined {
  const closing = '</w:pPr>';
  const close = xml.indexOf(closing, from);
  if (close < 0) return undefined;
  const change = xml.slice(from, close).indexOf('<w:pPrChange');
  if (change < 0) return { words: xml.slice(from, close), end: close + closing.length };
  const after = xml.indexOf('</w:pPrChange>', close);
  const end = after < 0 ? -1 : xml.indexOf(closing, after);
  return end < 0 ? undefined : { words: xml.slice(from, from + change), end: end + closing.length };
}

/** `word/document.xml` with the numbers of automatic lists written before the paragraphs' words. Linear. */
export function withNumbers(document: string, numbering: string, styles: string): string {
  const counting = new Counting(listsOf(numbering));
  const styled = stylesOf(styles);
  const pieces: string[] = [];
  let done = 0;
  for (let at = document.indexOf('<w:pPr>'); at >= 0; at = document.indexOf('<w:pPr>', done)) {
    const properties = endOfProperties(document, at);
    if (properties === undefined) break;
    const place = placeIn(properties.words) ?? styled.get(attribute(properties.words, 'pStyle') ?? '');
    pieces.push(document.slice(done, properties.end));
    const number = place === undefined ? '' : counting.next(place);
    if (number !== '') pieces.push(`<w:r><w:t xml:space="preserve">${escaped(number)}</w:t></w:r>`);
    done = properties.end;
  }
  return pieces.join('') + document.slice(done);
}

/**
 * Where the plan itself ends and its attachments (附件) begin: their lists and forms are numbered like the plan
 * and are no part of it. A plan may also be the attachment, of the notice that issues it.
 */

export interface Part {
  from: number;
  to: number;
  /** Ranges that only list attachments: `附件：1.任务分解表`. */
  lists: readonly { from: number; to: number }[];
}

/** No document has more attachments. */
const MOST = 50;
/** A line of its own before an attachment: `附件1`, `附件:`. */
const BEFORE_ATTACHMENT = /(?:^|\n)附(?:件|表)[\d一二三四五六七八九十]*:?(?=\n)/gu;
/** The list at a document's end, on a line of its own or after the last sentence. */
const LIST = /(?:^|\n|[。)])(?=附(?:件|表)[\d一二三四五六七八九十]*:)/gu;
const CHAPTER = /^(?:一、|\(一\))/u;
/** A line as long as this is a paragraph, no entry of a list. */
const LONGEST_ENTRY = 60;

/** The end of a list of attachments: the first line after it that reads like text or begins a chapter. */
function endOfList(norm: string, from: number, to: number): number {
  let at = norm.indexOf('\n', from);
  while (at >= 0 && at < to) {
    const end = norm.indexOf('\n', at + 1);
    const line = norm.slice(at + 1, end < 0 ? to : Math.min(end, to));
    if (line.length > LONGEST_ENTRY || line.includes('。') || CHAPTER.test(line)) return at;
    at = end;
  }
  return to;
}

function listsIn(norm: string, from: number, to: number): { from: number; to: number }[] {
  const lists: { from: number; to: number }[] = [];
  for (const { index } of norm.slice(from, to).matchAll(LIST)) {
    const begin = from + index;
    if (lists.length < MOST && begin >= (lists.at(-1)?.to ?? 0))
      lists.push({ from: begin, to: endOfList(norm, begin + 1, to) });
  }
  return lists;
}

/** The document and its attachments as separate parts, in order; they cover the whole text. */
export function partsOf(norm: string): Part[] {
  const starts = [0, ...[...norm.matchAll(BEFORE_ATTACHMENT)].map((match) => match.index)];
  return [...new Set(starts)].slice(0, MOST).map((from, i, all) => {
    const to = all[i + 1] ?? norm.length;
    return { from, to, lists: listsIn(norm, from, to) };
  });
}

const DATE_LINE =
  /^\(?(?:\d{2}[\dxX×*]{2}|[xX×*]{2,4}|[二〇○零一三四五六七八九]{4})年[\dxX×*一二三四五六七八九十]{1,3}月[\dxX×*一二三四五六七八九十]{1,3}日(?:印发)?\)?$/u;
/** The signature stands this near the end. */
const NEAR_END = 600;
const SIGNING_LINES = 3;

/**
 * Where the signature (落款) begins that ends the text before `to`: its date and the lines of its signers. It
 * stands after the last heading, at `from` at the earliest: the date of a notice above a short plan is none.
 */
export function signatureFrom(norm: string, from: number, to: number): number {
  const begin = Math.max(from, to - NEAR_END);
  const lines = norm.slice(begin, to).split('\n');
  const date = lines.findIndex((line, i) => i > 0 && DATE_LINE.test(line));
  if (date < 0) return to;
  let first = date;
  while (first > 1 && date - first < SIGNING_LINES && /^[^。;:,]{2,30}$/u.test(lines[first - 1] ?? ''))
    first--;
  return begin + lines.slice(0, first).join('\n').length;
}

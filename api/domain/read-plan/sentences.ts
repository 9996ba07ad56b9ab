/** Sentences (句) of an even text: what a deadline, a frequency or a lead is quoted with. */

export interface Span {
  from: number;
  to: number;
}

/** No sentence reaches further: a text without full stops is quoted in part. */
const FURTHEST = 500;
const ENDS = '。!?！？\n';
const CLOSERS = '”"’)』》';

/** The sentence that holds a place, between `within.from` and `within.to`, with its full stop. */
export function sentenceAt(norm: string, at: number, within: Span): Span {
  const first = Math.max(within.from, at - FURTHEST);
  const last = Math.min(within.to, at + FURTHEST);
  let from = at;
  while (from > first && !endsBefore(norm, from, at)) from--;
  let to = at;
  while (to < last && !ENDS.includes(norm.charAt(to))) to++;
  while (to < last && norm.charAt(to) !== '\n' && (ENDS + CLOSERS).includes(norm.charAt(to))) to++;
  return { from, to };
}

/** Whether a sentence ends just before `from`; closing marks after a full stop belong to the sentence before. */
function endsBefore(norm: string, from: number, at: number): boolean {
  const before = norm.charAt(from - 1);
  if (ENDS.includes(before)) return !(CLOSERS.includes(norm.charAt(from)) && from < at);
  return CLOSERS.includes(before) && ENDS.includes(norm.charAt(from - 2)) && norm.charAt(from - 2) !== '\n';
}

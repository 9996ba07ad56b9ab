/** What somebody called a task in a message that did not name it clearly (用户的说法): offered to the office as a synonym. */
import { COMMON } from './lexicon.ts';
import { normalise } from './normalise.ts';

const LONGEST = 12;
const HAN = /\p{Script=Han}/u;

/** A run without the small words around it: 把花名册 is called 花名册. */
function bare(run: string): string {
  let from = 0;
  let to = run.length;
  while (from < to && COMMON.covers(run.charAt(from))) from++;
  while (to > from && COMMON.covers(run.charAt(to - 1))) to--;
  return run.slice(from, to);
}

/** The words of a text that are not common to all reports, a few at most; null where there are none. */
export function wordingOf(raw: string): string | null {
  const { text } = normalise(raw);
  const runs = [''];
  for (let at = 0; at < text.length; ) {
    const end = COMMON.longest(text, at)?.end ?? at;
    const common = end - at > 1 || !HAN.test(text.charAt(at));
    if (common) runs.push('');
    else runs.push(`${runs.pop() ?? ''}${text.charAt(at)}`);
    at = common ? Math.max(end, at + 1) : at + 1;
  }
  const wording = runs
    .map(bare)
    .filter((run) => run.length > 1)
    .join(' ');
  return wording === '' || wording.length > LONGEST ? null : wording;
}

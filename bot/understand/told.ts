/** What of a message is told of tasks (所报的), without what is said beside it. */
import { claimOf } from './claim.ts';
import { asksForTime } from './extension.ts';
import type { Clause } from './heard.ts';
import type { Hearing } from './intent.ts';
import { isRemark } from './remarks.ts';

/** Takes the clauses of a message; gives those that name a task or claim something of one, or null where there are none. */
export function toldIn(clauses: readonly Clause[], hearing: Hearing): string | null {
  const told = clauses.filter(
    ({ text, codes }) =>
      codes.length > 0 ||
      ((asksForTime(text) || claimOf([text], hearing.today).any) && !isRemark(text, hearing)),
  );
  return told.length > 0 ? told.map(({ text }) => text).join('') : null;
}

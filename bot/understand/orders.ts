/**
 * What the office and the leaders order by chat (交办、核验、退回、延期答复), a grammar of its own beside the liaisons':
 * a verb, a task's code, a unit's name in any order, then a day or a reason, and nothing else. Talk that only uses the
 * same words does not fit.
 */
import type { Day } from '../../db/vocabulary.ts';
import { findDays } from './dates.ts';
import { normalise } from './normalise.ts';
import { codesIn } from './task-index.ts';

export type Order =
  | { order: 'assign'; code: string }
  | { order: 'verify'; codes: readonly string[] }
  | { order: 'return'; code: string; reason: string }
  | { order: 'grant'; code: string; until: Day | null }
  | { order: 'refuse'; code: string; reason: string }
  | { order: 'mostOverdue' };

/** An order, with the unit's name as it stands in the text; null where it names none. */
export type Ordered = Order & { calling: string | null };

const FILLING =
  /^(?:[，。、：:！!\s]|请|把|将|给|由|的|这项|任务|第|项|对|向)+|(?:[，。、：:！!\s]|的|这项|任务)+$/g;
const MOST_OVERDUE =
  /^(?:现在|目前|本月|看看?)?(?:谁|哪个?(?:村|单位|部门)|哪些(?:村|单位|部门))(?:的)?(?:逾期|超期)(?:的)?(?:任务)?(?:最多|最严重|多)?[?？!！。]*$/;
const VERIFY = /^(?:已)?(?:核验通过|验收通过|同意销号|核验|通过|销号|同意办结)(?:了)?$/;
const RETURN = /^(?:退回|打回|不通过|核验不通过)(?:了)?(.*)$/s;
const GRANT = /^(?:同意|批准|准许|准予)\s*(?:申请)?(?:延期|延长|宽限)(?:申请)?(.*)$/s;
const REFUSE = /^(?:不同意|不批准|驳回|不予)\s*(?:申请)?(?:延期|延长|宽限)?(?:申请)?(.*)$/s;
const ASSIGN = /^(?:交办|分派|派给|交给|下达)(?:给|到)?$/;
const REASON = /^(?:原因|理由|因为|因)?[是为：:，,\s]*/;

const reasonIn = (said: string | undefined): string =>
  (said ?? '')
    .replace(/^[，。、：:！!\s]+/, '')
    .replace(REASON, '')
    .trim();

const trimmed = (text: string): string => text.replace(FILLING, '').trim();

/** What is said beside the unit and the codes: the verb first, then its day or reason. */
function restOf(text: string, calling: string | null, codes: readonly string[]): string {
  const names = [...(calling === null ? [] : [calling]), ...codes];
  return trimmed(
    names.reduce((rest, name) => trimmed(rest.replace(name, '')), trimmed(text)).replace(/\s+/g, ' '),
  );
}

/** The order that a text gives; null where it gives none. `callings` are the names of units that stand in it. */
export function orderIn(raw: string, callings: readonly string[], today: Day): Ordered | null {
  const { text } = normalise(raw);
  if (text.length > 200) return null;
  if (MOST_OVERDUE.test(text)) return { order: 'mostOverdue', calling: null };
  const codes = codesIn(text);
  const [code, ...more] = codes;
  if (code === undefined) return null;
  const calling = callings.find((name) => text.includes(name)) ?? null;
  const rest = restOf(text, calling, codes);
  if (VERIFY.test(rest)) return { order: 'verify', codes, calling };
  if (more.length > 0) return null;
  const refused = REFUSE.exec(rest);
  if (refused !== null) return { order: 'refuse', code, reason: reasonIn(refused[1]), calling };
  const granted = GRANT.exec(rest);
  if (granted !== null)
    return { order: 'grant', code, until: findDays(text, today).at(-1)?.day ?? null, calling };
  const returned = RETURN.exec(rest);
  if (returned !== null) return { order: 'return', code, reason: reasonIn(returned[1]), calling };
  return ASSIGN.test(rest) ? { order: 'assign', code, calling } : null;
}

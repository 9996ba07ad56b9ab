/**
 * Responsibility written as a label (标注): 牵头单位：…；配合单位：…, on a line of its own, in brackets at a
 * sentence's end, or in 【】.
 */
import type { Span } from './sentences.ts';

export type Role = 'lead' | 'responsible' | 'support' | 'time' | 'frequency' | 'person';

/** What a label says, and where. */
export interface Label extends Span {
  role: Role;
  value: string;
  valueFrom: number;
}

const UNIT_WORD = '(?:单位|部门|科室|站所|办所|机构|主体|责任单位|责任部门|处室|方)';
const ROLES: readonly [Role, string][] = [
  [
    'lead',
    `(?:总)?牵头(?:责任|主责|\\(责任\\))?${UNIT_WORD}|主办${UNIT_WORD}|主责${UNIT_WORD}|主牵头${UNIT_WORD}|牵头`,
  ],
  ['responsible', `(?:主要|第一)?责任${UNIT_WORD}|(?:负责|承办|落实|实施|执行|承担)${UNIT_WORD}|责任分工`],
  ['support', `(?:配合|协办|协同|协助|协作|参与|参加|会办|联动)(?:责任)?${UNIT_WORD}|配合`],
  [
    'time',
    '(?:完成|办结|整改|工作|办理|落实|达标)?(?:时限|期限|时间节点)(?:要求)?|(?:完成|实施|截止|办结|整改|推进|结束)(?:时间|日期)(?:要求)?|时间要求|进度要求|时间安排|计划完成时间',
  ],
  ['frequency', '(?:工作|报送|巡查|检查|开展|调度|实施)?(?:频次|频率|周期)(?:要求)?'],
  [
    'person',
    '(?:牵头|责任|分管|包保|包联|联系|挂点|负责|督导|挂钩)?(?:领导|责任人|负责人|联系人|联络员|负责同志)|责任人|联系电话|电话',
  ],
];

/** Nothing at all parts the label from its units: （牵头单位应急办，配合单位派出所）. */
const UNMARKED =
  '(?:(?<=[(;,、【](?:牵头|责任|配合)(?:单位|部门))| )(?!应(?!急)|一栏|[栏列后中要须负当对在的和与及、按为是:() ])';

const LABEL = new RegExp(
  `(?<before>^|[\\n。;,、(【\\[:—>*#” ◆●■▲★◇□○▪•※☆]|[.?!] ?)(?:${ROLES.map(([role, words]) => `(?<${role}>${words})`).join('|')})` +
    `(?:\\([^()\\n]{1,24}\\))?(?:[】\\]] ?:?|:|—{1,2}|为(?=[^了主])|是|${UNMARKED})`,
  'gu',
);
/** The first unit of the list leads: 责任单位（列首位的为牵头单位）. */
const FIRST_LEADS = /(?:第一|首位|首个|排[名在]?(?:第一|前|首)|列(?:第一|首)|居首).{0,6}牵头/u;

/** No value is longer. */
const LONGEST = 300;

/** Where a value ends: a full stop, the line, the bracket or label it stands in. */
function endOfValue(norm: string, from: number, to: number): number {
  let depth = 0;
  for (let at = from; at < to; at++) {
    const char = norm.charAt(at);
    if (char === '(') depth++;
    if (char === ')' && --depth < 0) return at;
    if ('。\n】]【[!?'.includes(char)) return at;
  }
  return to;
}

interface Found {
  role: Role;
  from: number;
  valueFrom: number;
}

function labelsFound(norm: string): Found[] {
  return [...norm.matchAll(LABEL)].flatMap((match) => {
    const { before = '', ...groups } = match.groups ?? {};
    const role = ROLES.map(([each]) => each).find((each) => groups[each] !== undefined);
    if (role === undefined) return [];
    const ends = match.index + match[0].length;
    const valueFrom = norm.charAt(ends) === '\n' ? ends + 1 : ends;
    return [{ role, from: match.index + before.length, valueFrom }];
  });
}

/** The labels in a text, in order; a value runs to the next label, or to the end of its sentence, line or bracket. */
export function labelsIn(norm: string): Label[] {
  const found = labelsFound(norm);
  return found.map(({ role, from, valueFrom }, i) => {
    const next = found[i + 1]?.from ?? norm.length;
    const to = endOfValue(norm, valueFrom, Math.min(next, valueFrom + LONGEST));
    const value = norm.slice(valueFrom, to).replace(/(?:[,、;(【[\s]|\d{1,2}[.、])+$/u, '');
    return { role, from, to, valueFrom, value };
  });
}

/** Whether a text says that the first unit of each list leads. */
export const firstLeads = (norm: string): boolean => FIRST_LEADS.test(norm);

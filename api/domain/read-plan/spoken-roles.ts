/**
 * Responsibility written as a sentence (表述): 由…牵头, …牵头负责, 由…负责, 会同…, …配合. A mere subject (各村要…)
 * is nobody's role, nor is 牵头 in another sense (发挥牵头作用, 牵头部门要…).
 */
import { isName, isUnit, isVague, unitsOf } from './unit-names.ts';

/** Units that a sentence gives a role, and where it says so. 牵头 · 由…负责 · 按职责负责 · 配合 */
export interface Spoken {
  role: 'lead' | 'charged' | 'responsible' | 'support';
  names: string[];
  at: number;
  /** 由…牵头的工作专班 names the lead of a group: it counts where no other lead is named. */
  attributive: boolean;
}

/** A role that is given in words that name no unit. */
export interface Unread {
  at: number;
  text: string;
  why: string;
}

export interface SpokenRoles {
  spoken: Spoken[];
  unread: Unread[];
}

/** A keyword, the words before it that can belong to it, and the words after. */
interface Mention {
  at: number;
  /** Whether the words before begin at a bracket or at an earlier role. */
  begins: boolean;
  /** Whether they begin at a bracket. */
  inBracket: boolean;
  before: string;
  after: string;
  /** Whether a role that is no support was given earlier in the sentence. */
  besideLead: boolean;
}

/** 应急办为牵头单位，派出所为配合单位 */
const NAMED_AS = /作?为(?:总?牵头|主办|主责|责任|配合|协办|协助|参与)(?:单位|部门|科室)/u;
const KEYWORD = new RegExp(`${NAMED_AS.source}|牵头|负责|配合|会同|协助|协同|参与|参加`, 'gu');
const HARD_STOP = /[。;:!?\n【】]/u;
/** A list of units is not longer. */
const WINDOW = 100;

/** The words before a keyword: back to the last full stop, open bracket or earlier role. */
function wordsBefore(
  norm: string,
  at: number,
  floor: number,
): Pick<Mention, 'begins' | 'inBracket' | 'before'> {
  const from = Math.max(floor, at - WINDOW);
  const text = norm.slice(from, at);
  let depth = 0;
  for (let i = text.length - 1; i >= 0; i--) {
    const char = text.charAt(i);
    if (char === ')') depth++;
    if (char === '(' && --depth < 0) return { begins: true, inBracket: true, before: text.slice(i + 1) };
    if (char === '“' && !text.includes('”', i)) return { begins: false, inBracket: false, before: '' };
    if (HARD_STOP.test(char)) return { begins: false, inBracket: false, before: text.slice(i + 1) };
  }
  return { begins: from === floor, inBracket: false, before: text };
}

const ADVERBS =
  /(?:按(?:照)?(?:各自)?.{0,8}(?:职责|分工|职能|要求|规定|权限)(?:分工)?|负责|共同|联合|具体|统一|主要|统筹|直接|分别|各自|全面|总|依法|抓总|协调|要|应|应当|切实|带头)$/u;

function withoutAdverbs(text: string): string {
  let rest = text;
  for (let next = rest.replace(ADVERBS, ''); next !== rest; next = rest.replace(ADVERBS, '')) rest = next;
  return rest;
}

const namesIn = (list: string): string[] => unitsOf(list).map(({ name }) => name);
const clausesOf = (text: string): string[] => text.split(',');

/** The units named just before a keyword, across commas as long as nothing but units stands there. */
function listBefore(text: string): string[] | undefined {
  let names: string[] | undefined;
  for (const clause of clausesOf(text).reverse()) {
    const units = namesIn(withoutAdverbs(clause));
    if (!units.every(isUnit) || (units.length === 0 && names === undefined)) break;
    names = [...units, ...(names ?? [])];
  }
  return names;
}

/** 由, but not in 自由, 由于 and the like. */
const BY = /(?<![自理事缘经因])由(?!于|来|此|衷|上而下|点到面)/gu;

/** What stands between 由 and the keyword, if the sentence has 由. */
function afterBy(before: string): string | undefined {
  const last = [...before.matchAll(BY)].at(-1);
  return last === undefined ? undefined : withoutAdverbs(before.slice(last.index + 1));
}

const WITH = /会同|联合(?!会|社)|协同/u;

/** The roles of `由 list 牵头`; undefined where the list holds anything but names. */
function rolesBy(
  list: string,
  role: 'lead' | 'charged',
  at: number,
  attributive = false,
): Spoken[] | undefined {
  const [own = '', ...others] = list.split(WITH);
  const names = namesIn(own);
  const good = own.includes(',') ? isUnit : (name: string) => isName(name) && !isVague(name);
  if (names.length === 0 || !names.every(good)) return undefined;
  const support = others.flatMap(namesIn);
  const supporting = support.length > 0 && support.every(isUnit);
  return [
    { role, names, at, attributive },
    ...(supporting ? [{ role: 'support' as const, names: support, at, attributive: false }] : []),
  ];
}

/** What a keyword gives: roles, or words that name nobody; undefined where it has another sense. */
type Reading = { spoken: Spoken[] } | { unread: Unread } | undefined;

const given = (
  role: Spoken['role'],
  names: string[] | undefined,
  at: number,
  attributive = false,
): Reading => (names === undefined ? undefined : { spoken: [{ role, names, at, attributive }] });

/** Longer words before a keyword are a sentence of their own, no failed name. */
const LONGEST_DOUBT = 30;
const unnamed = (by: string, keyword: string, at: number): Reading =>
  by === '' || by.length > LONGEST_DOUBT
    ? undefined
    : { unread: { at, text: `由${by}${keyword}`, why: `“由…${keyword}”里看不出是哪个单位` } };

const NOT_LEADING =
  /^(?:单位|部门|科室|作用|职责|责任|内容|事项|领导|人|方|机制|地位|优势|任务|项目|工作任务|关系|抓总作用|协调作用)/u;

function readLead({ at, before, after }: Mention): Reading {
  if (NOT_LEADING.test(after)) return undefined;
  const attributive = /^(?:负责|组织|抓总)?的/u.test(after);
  const by = afterBy(before);
  const spoken = by === undefined ? undefined : rolesBy(by, 'lead', at, attributive);
  if (spoken !== undefined) return { spoken };
  const names = listBefore(before.slice(before.lastIndexOf('由') + 1));
  return given('lead', names, at, attributive) ?? unnamed(by ?? '', '牵头', at);
}

const NOT_CHARGED = /^(?:人|同志|制|任|的|领导|单位|部门|科室|地|到底|精神|态度)/u;
const BY_DUTY = /按(?:照)?(?:各自)?(?:职责|职能|分工)+$/u;

function readCharge({ at, before, begins, inBracket, after }: Mention): Reading {
  if (NOT_CHARGED.test(after)) return undefined;
  const by = afterBy(before);
  if (by !== undefined) {
    const spoken = rolesBy(by, 'charged', at);
    if (spoken !== undefined) return { spoken };
    return by.includes(',') ? undefined : unnamed(by, '负责', at);
  }
  const closes = after.startsWith(')') && (begins || BY_DUTY.test(before));
  const statement = closes || (inBracket && /^[,;]/u.test(after));
  return statement ? given('responsible', listBefore(before.replace(/^[,、]/u, '')), at) : undefined;
}

/** What comes after a list of units. */
const VERB_AFTER =
  /开展|组织(?!部|办|委)|做好|负责|制定|建立|进行|对(?!外)|加强|落实|实施|完成|推进|抓好|共同|联合(?!会)|定期|按|及时|深入|研究(?!所|院)|配合|牵头|参与|参加|每|逐|核查|核实|核对|汇总|上门|组成|要|应(?!急)|在|于|到|至|为|通过|成立|督促|督导(?!组|室)|检查(?!站|组)|排查|巡查|清理|整治(?!办)|走访|摸排|调查(?!队)|处置|办理|宣传(?!办|部|科)|召开|审核|审查|指导(?!站|中心)|全面|依法|切实|不定期|统筹(?!办)|提供|协调(?!办)|分析|集中|重点|一起|入户|赴|前往|将|把|就|向/u;

/** A list ends with its clause, or with the bracket it stands in. */
function endOfList(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (char === '(') depth++;
    if ((char === ')' && --depth < 0) || '。;,:!?\n“”'.includes(char)) return at;
  }
  return text.length;
}

/** The longest unit that a name begins with: what they do together may follow without a break. */
function leadingUnit(name: string): string | undefined {
  if (isVague(name) || /^(?:有关|相关)/u.test(name)) return undefined;
  for (let to = name.length; to >= 2; to--) if (isUnit(name.slice(0, to))) return name.slice(0, to);
  return undefined;
}

function readWith({ at, after }: Mention): Reading {
  const list = after.slice(0, endOfList(after));
  const cut = list.search(VERB_AFTER);
  const names = namesIn(cut < 0 ? list : list.slice(0, cut));
  const real = names.flatMap((name) => leadingUnit(name) ?? []);
  if (real.length > 0) return given('support', real, at);
  if (!names.some(isVague)) return undefined;
  return { unread: { at, text: `会同${list.slice(0, LONGEST_DOUBT)}`, why: '没有写明会同哪些单位' } };
}

const NOT_SUPPORT = /^(?:单位|部门|度|机制|意识|协作|联动|默契|力度|工作机制|率|的(?:意见|建议))/u;
/** 积极配合, 要配合: a wish, no role. */
const WISH = /(?:要|应|应当|积极|主动|相互|互相|密切)$/u;

function readSupport(keyword: string, { at, before, after, besideLead }: Mention): Reading {
  const closes = /^(?:$|[,。;)、\n]|的)/u.test(after);
  if (NOT_SUPPORT.test(after) || (keyword !== '配合' && !(besideLead && closes))) return undefined;
  const list = before
    .replace(/(?:做好|予以|给予|负责|协助|协同|协作|全力|的)$/u, '')
    .replace(/^[,、和及与并由在]+/u, '');
  return WISH.test(list) ? undefined : given('support', listBefore(list), at);
}

function readNamedAs(keyword: string, { at, before }: Mention): Reading {
  const list = before
    .slice(before.lastIndexOf('由') + 1)
    .replace(/^[,、]+/u, '')
    .replace(/^以/u, '');
  const role = /牵头|主办|主责/u.test(keyword) ? 'lead' : /责任/u.test(keyword) ? 'responsible' : 'support';
  return given(role, listBefore(list), at);
}

function readMention(keyword: string, mention: Mention): Reading {
  if (NAMED_AS.test(keyword)) return readNamedAs(keyword, mention);
  if (keyword === '牵头') return readLead(mention);
  if (keyword === '会同') return readWith(mention);
  if (keyword === '负责') return /^(?:牵头|配合)/u.test(mention.after) ? undefined : readCharge(mention);
  return readSupport(keyword, mention);
}

/** Reads the sentences of a section, masked of the names of documents. Linear in its length. */
export function spokenRoles(norm: string): SpokenRoles {
  const roles: SpokenRoles = { spoken: [], unread: [] };
  let floor = 0;
  let lastLead = Number.NEGATIVE_INFINITY;
  for (const { 0: keyword, index: at } of norm.matchAll(KEYWORD)) {
    const end = at + keyword.length;
    const after = norm.slice(end, end + WINDOW);
    const besideLead = at - lastLead <= WINDOW && !/[。\n]/u.test(norm.slice(lastLead, at));
    const reading = readMention(keyword, { at, after, besideLead, ...wordsBefore(norm, at, floor) });
    if (reading === undefined) continue;
    if ('unread' in reading) roles.unread.push(reading.unread);
    else roles.spoken.push(...reading.spoken);
    if ('spoken' in reading && keyword !== '会同') floor = end;
    if ('spoken' in reading && reading.spoken.some(({ role }) => role !== 'support')) lastLead = at;
  }
  return roles;
}

/**
 * Who leads and who supports (牵头, 配合) by the words of one section or cell: 责任单位 alone leads, beside a
 * 牵头单位 it supports; 由…负责 leads (product.md, "Rules of reading").
 */
import { firstLeads, type Label, labelsIn } from './labels.ts';
import { type Spoken, spokenRoles, type Unread } from './spoken-roles.ts';
import { isName, isUnit, isVague, type NamedUnit, unitsOf } from './unit-names.ts';

export interface Responsibility {
  lead: string[];
  support: string[];
  /** Where the text names a lead (or else a supporting unit); undefined where it names nobody. */
  at: number | undefined;
  unread: Unread[];
}

interface Role {
  role: Spoken['role'];
  names: string[];
  at: number;
  attributive: boolean;
}

/** Titles of documents hold no roles or days: 《…》 is struck out, its length kept. */
export const withoutTitles = (norm: string): string =>
  norm.replace(/《[^《》\n]{0,120}》/gu, (title) => `《${'□'.repeat(title.length - 2)}》`);

/** The leading names of a label's value: a sentence may go on behind them. */
function leadingNames(units: readonly NamedUnit[]): NamedUnit[] {
  const stop = units.findIndex(({ name }) => !isName(name) && !isVague(name));
  return stop < 0 ? [...units] : units.slice(0, stop);
}

const SAYS_ROLES = /牵头(?!\)|单位\))|(?<!协作)配合(?!\))|会同|负责/u;
/** Which of the units leads, in brackets: no name. */
const REMARK = /\([^()]*(?:首位|第一|排前|列首)[^()]*牵头[^()]*\)/u;

/** The clauses of a value, brackets kept whole. */
const clausesOf = (value: string): string[] => value.split(/[,;](?![^()]*\))/u);

/** Units that a label gives its own role, but for those that the list itself marks. */
function markedRoles(role: Role['role'], list: string, first: boolean, at: number): Role[] {
  const units = leadingNames(unitsOf(list.replace(/(?:按[^、,]{0,12})?负责(?=,|$)/gu, '')));
  const named = (mark: NamedUnit['mark']) =>
    units.filter((unit) => (unit.mark === role ? undefined : unit.mark) === mark).map(({ name }) => name);
  const leading = first && role === 'responsible' && named('lead').length === 0 ? 1 : 0;
  const plain = { attributive: false, at };
  return [
    { role: 'lead' as const, names: [...named('lead'), ...named(undefined).slice(0, leading)], ...plain },
    { role, names: named(undefined).slice(leading), ...plain },
    { role: 'support' as const, names: named('support'), ...plain },
  ].filter(({ names }) => names.length > 0);
}

function rolesOf(label: Label, first: boolean): { roles: Role[]; unread: Unread[] } {
  const { role, valueFrom: at } = label;
  if (role !== 'lead' && role !== 'responsible' && role !== 'support') return { roles: [], unread: [] };
  const value = label.value.replace(REMARK, '');
  const clauses = clausesOf(value);
  const spoken = SAYS_ROLES.test(value) ? clauses.flatMap((clause) => spokenRoles(clause).spoken) : [];
  const plain = clauses.filter((clause) => spoken.length === 0 || !SAYS_ROLES.test(clause)).join(',');
  const roles = [...spoken.map((each) => ({ ...each, at })), ...markedRoles(role, plain, first, at)];
  const unread = { at, text: value.slice(0, 60), why: '责任单位一栏读不出单位名称' };
  return { roles, unread: roles.length === 0 ? [unread] : [] };
}

const namesOf = (roles: readonly Role[], role: Role['role']): string[] =>
  roles.filter((each) => each.role === role).flatMap(({ names }) => names);

/** Puts the roles together by the rule above. */
export function decide(roles: readonly Role[]): { lead: string[]; support: string[] } {
  const own = roles.filter(({ role, attributive }) => role === 'lead' && !attributive);
  const led = own.length > 0 ? own : roles.filter(({ role }) => role === 'lead');
  const leaders = led.flatMap(({ names }) => names);
  const responsible = namesOf(roles, 'responsible');
  const charged = namesOf(roles, 'charged');
  const lead = new Set(leaders.length > 0 ? [...leaders, ...charged] : [...responsible, ...charged]);
  const support = new Set([...(leaders.length > 0 ? responsible : []), ...namesOf(roles, 'support')]);
  return { lead: [...lead], support: [...support].filter((name) => !lead.has(name)) };
}

const BARE_BRACKET = /\(([^()]{2,60}(?:\([^()]{1,10}\)[^()]{0,40})*)\)[。;]?(?=\n|$)/gu;

/** A bracket at a line's end that holds units and does not say what they do. */
function bareBrackets(norm: string, known: ReadonlySet<string>): Unread[] {
  return [...norm.matchAll(BARE_BRACKET)].flatMap(({ 1: inside = '', index: at }) => {
    const units = unitsOf(inside);
    const bare = units.length > 0 && units.every(({ name }) => isUnit(name));
    const said = units.some(({ name }) => known.has(name));
    return bare && !said
      ? [{ at, text: `(${inside})`, why: '括号里只有单位名称，没有写牵头、责任还是配合' }]
      : [];
  });
}

/** Reads who leads and supports from an even text whose document titles are struck out. */
export function responsibilityIn(norm: string, first = firstLeads(norm)): Responsibility {
  const labels = labelsIn(norm);
  const ranked = first && !labels.some(({ role }) => role === 'lead');
  const labelled = labels.map((label) => rolesOf(label, ranked));
  const prose = blank(norm, labels);
  const said = spokenRoles(prose);
  const roles = [...labelled.flatMap((each) => each.roles), ...said.spoken];
  const { lead, support } = decide(roles);
  const known = new Set([...lead, ...support]);
  const leading = roles.filter(({ role }) => role !== 'support');
  const unread = [...labelled.flatMap((each) => each.unread), ...said.unread, ...bareBrackets(prose, known)];
  return { lead, support, at: (leading[0] ?? roles[0])?.at, unread };
}

/** The text without its labels, every other character in its place. */
function blank(norm: string, labels: readonly Label[]): string {
  let text = '';
  for (const { from, to } of labels)
    text += norm.slice(text.length, from) + '\n'.repeat(Math.max(0, to - from));
  return text + norm.slice(text.length);
}

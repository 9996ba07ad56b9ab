/**
 * Everything in an even text that may number a heading (标题序号): the four kinds of official documents
 * (GB/T 9704), 一、 · (一) · 1. · (1); the articles of rules (第三条); circled digits (①); and decimal outlines
 * (2.1.1, `outline.ts`). Which of them are believed is decided in `believe.ts`.
 */
import { type Boundary, KIND, type Kind, type Marker } from './marker.ts';
import { HAN_DIGITS, numberOf } from './numerals.ts';
import { asOutline } from './outline.ts';

const MARK = new RegExp(
  `\\(?(?<bracketed>[${HAN_DIGITS}]{1,3})\\)[、.,:]? ?` +
    `|(?<han>[${HAN_DIGITS}]{1,3})(?<hanMark>[、.,:] ?| )` +
    `|\\(?(?<arabicBracketed>\\d{1,2})\\)[、.,:]? ?` +
    `|(?<arabic>\\d{1,2})(?<mark>[.、,:]{0,2})`,
  'gu',
);

/** What may not stand before a number that begins a heading: the rest of a number, or a reference. */
const TIED_BEFORE = new RegExp(
  `[${HAN_DIGITS}百千万两几第其之\\d%~〔\\[(]$|\\d[.:/-]$|(?:附件|附表|表|图|No)$|第.{1,3}(?:部分|[条款项章节])$`,
  'u',
);
const tied = (norm: string, at: number) => TIED_BEFORE.test(norm.slice(Math.max(0, at - 6), at));
/** What makes a number with nothing after it a quantity or a day: `6月`, `5类`, `3个`. */
const COUNTER =
  /^[个年月日号项类级名人次天周小分秒万亿元%倍位所处家户条批场套台辆部张种大支只份期届轮季岁米公里平方吨层栋幢亩页度点时至到和与及以多余几千百十者楼室组村路片块座间面字比区市镇乡校起例件章节款克斤升线码]/u;
/** Words that begin like a quantity and are none: `4组织…`, `4部署…`. */
const NO_COUNTER =
  /^(?:组织|组建|部署|分类|分级|分工|分步|面向|村级|村\(社|区域|线上|线下|台账|场所|校园|岗位|时刻|点面|期间|层层|件件|度汛|路域|片区|本级|人人|大力|及时|以|平安|平台|多|和谐|与)/u;
/** What makes a decimal a figure even at a line's beginning: `2.1万平方米`. */
const MAGNITUDE = /^[万亿]/u;
/** How a heading's words begin; a long number may: a year, a hotline; so may a day: 6·26. */
const WORD = /^\*{0,2}(?:[\p{Script=Han}A-Za-z“"《【〈‘]|\d{4}|\d{1,2}·\d)/u;

const ENDED = /[。!?！？;；]$/u;
/** A bracket that tells who or when closes a sentence as a full stop does. */
const TELLING = /牵头|责任|配合|负责|单位|时限|完成|前\)$/u;

/** Bullets and marks of emphasis that may stand before a heading at a line's beginning. */
const LINE_BEGINS = /(?:^|\n)[#*>•●◆■▲★◇▪※☆\s]{0,8}$/u;

function boundaryAt(norm: string, at: number): Boundary {
  const before = norm.slice(Math.max(0, at - 80), at).trimEnd();
  if (at === 0 || norm.charAt(at - 1) === '\n') return 'line';
  if (LINE_BEGINS.test(norm.slice(Math.max(0, at - 9), at)) && norm.lastIndexOf('\n', at) >= at - 9)
    return 'line';
  const last = before.slice(-1);
  if (last === ';' || last === ':') return 'soft';
  if ('。!?'.includes(last)) return 'stop';
  if ('”"’》'.includes(last) && ENDED.test(before.slice(0, -1))) return 'stop';
  if (last === '.' && /\p{Script=Han}\.$/u.test(before)) return 'stop';
  if (last === ')' || last === '】') {
    const open = Math.max(before.lastIndexOf('('), before.lastIndexOf('【'));
    const inside = open < 0 ? '' : before.slice(open);
    return TELLING.test(inside) || ENDED.test(before.slice(0, open)) ? 'stop' : 'none';
  }
  return 'none';
}

const isQuantity = (rest: string): boolean => COUNTER.test(rest) && !NO_COUNTER.test(rest);

function arabicMarker(norm: string, at: number, digits: string, mark: string): Marker | undefined {
  const boundary = boundaryAt(norm, at);
  const space = norm.charAt(at + digits.length + mark.length) === ' ' ? 1 : 0;
  const to = at + digits.length + mark.length + space;
  const rest = norm.slice(to, to + 6);
  const bare = mark === '';
  if (!WORD.test(rest) || tied(norm, at)) return undefined;
  if (bare && (isQuantity(rest) || boundary === 'soft' || (boundary === 'none' && digits !== '1')))
    return undefined;
  if (mark.startsWith(':') && boundary !== 'line') return undefined;
  if (mark.startsWith(',') && boundary === 'none') return undefined;
  return { kind: KIND.point, n: Number(digits), from: at, to, boundary, bare };
}

function hanMarker(norm: string, at: number, digits: string, mark: string): Marker | undefined {
  const n = numberOf(digits);
  const boundary = boundaryAt(norm, at);
  const to = at + digits.length + mark.length;
  const next = norm.charAt(to);
  if (n === undefined || tied(norm, at)) return undefined;
  if (HAN_DIGITS.includes(next) && norm.charAt(to + 1) === '、') return undefined;
  if (!WORD.test(norm.slice(to, to + 6)) || (boundary !== 'line' && !mark.startsWith('、'))) return undefined;
  return { kind: KIND.chapter, n, from: at, to, boundary, bare: false };
}

function bracketMarker(norm: string, at: number, whole: string, digits: string, kind: Kind) {
  const n = numberOf(digits);
  const half = !whole.startsWith('(');
  const boundary = boundaryAt(norm, at);
  const to = at + whole.length;
  if (n === undefined || !WORD.test(norm.slice(to, to + 6))) return undefined;
  if (tied(norm, at) || (half && boundary !== 'line')) return undefined;
  return { kind, n, from: at, to, boundary, bare: false } satisfies Marker;
}

function markerOf(norm: string, match: RegExpExecArray): Marker | undefined {
  const { bracketed, han, hanMark = '', arabicBracketed, arabic, mark = '' } = match.groups ?? {};
  const { 0: whole, index } = match;
  if (bracketed !== undefined) return bracketMarker(norm, index, whole, bracketed, KIND.part);
  if (han !== undefined) return hanMarker(norm, index, han, hanMark);
  if (arabicBracketed !== undefined) return bracketMarker(norm, index, whole, arabicBracketed, KIND.subpoint);
  return arabic === undefined ? undefined : arabicMarker(norm, index, arabic, mark);
}

const NAMED = new RegExp(
  `第(?<digits>[${HAN_DIGITS}]{1,3}|\\d{1,2})(?:(?<article>条)|部分|章)[、.,:]? ?`,
  'gu',
);

/**
 * Chapters that are called 第一部分 or 第一章 and articles (第一条), at a line's beginning or behind a full stop; an
 * article also behind the heading of its chapter, the first chapter behind the title.
 */
function namedMarkers(
  norm: string,
  kind: typeof KIND.division | typeof KIND.chapter | typeof KIND.article,
): Marker[] {
  return [...norm.matchAll(NAMED)].flatMap(({ 0: whole, index: from, groups }) => {
    const isArticle = groups?.article !== undefined;
    const n = numberOf(groups?.digits ?? '');
    const to = from + whole.length;
    const boundary = boundaryAt(norm, from);
    const stands = boundary === 'line' || boundary === 'stop' || isArticle || n === 1;
    if (n === undefined || !stands || isArticle !== (kind === KIND.article)) return [];
    return WORD.test(norm.slice(to, to + 6)) ? [{ kind, n, from, to, boundary, bare: false }] : [];
  });
}

const CIRCLED = /[①-⑳]/gu;

/** ①, at a line's beginning: inside a line it counts off what one sentence holds, as 一是 does. */
function circledMarkers(norm: string): Marker[] {
  return [...norm.matchAll(CIRCLED)].flatMap(({ 0: digit, index: from }) => {
    const n = digit.charCodeAt(0) - '①'.charCodeAt(0) + 1;
    const boundary = boundaryAt(norm, from);
    if (boundary !== 'line' || !WORD.test(norm.slice(from + 1, from + 7))) return [];
    return [{ kind: KIND.circled, n, from, to: from + 1, boundary, bare: false }];
  });
}

const DECIMAL = /(?<![\d.%])(?<path>\d{1,2}(?:\.\d{1,2}){1,3})(?![\d%])[.、]? ?/gu;

/** Numbers of a decimal outline: `2.1`, `2.1.1`, at a line's beginning, behind a full stop or a heading. */
function decimalMarkers(norm: string): (Marker & { path: string })[] {
  return [...norm.matchAll(DECIMAL)].flatMap(({ 0: whole, index: from, groups }) => {
    const path = groups?.path ?? '';
    const to = from + whole.length;
    const rest = norm.slice(to, to + 6);
    const boundary = boundaryAt(norm, from);
    const n = Number(path.split('.').at(-1));
    if (n === 0 || !WORD.test(rest) || tied(norm, from)) return [];
    if (boundary === 'line' ? MAGNITUDE.test(rest) : isQuantity(rest)) return [];
    return [{ kind: KIND.subpoint, n, from, to, boundary, bare: false, path }];
  });
}

const byPlace = (a: Marker, b: Marker): number => a.from - b.from;

/** The divisions (第一部分) of a text whose chapters begin anew with 一、 in more than one of them. */
function divisionsOf(norm: string, numbers: readonly Marker[]): Marker[] {
  const divisions = namedMarkers(norm, KIND.division).flatMap((marker) =>
    marker.boundary === 'line'
      ? [{ ...marker, path: norm.slice(marker.from, marker.to).replace(/[、.,: ]+$/u, '') }]
      : [],
  );
  const firsts = numbers.filter(
    ({ kind, n, boundary }) => kind === KIND.chapter && n === 1 && boundary === 'line',
  );
  const holding = divisions.filter(({ from }, i) => {
    const to = divisions[i + 1]?.from ?? norm.length;
    return firsts.some((first) => first.from > from && first.from < to);
  });
  return holding.length > 1 ? divisions : [];
}

/**
 * Every marker of an even text, in order. Linear in its length. 第一部分 is a chapter where the chapters have no
 * other number; with 一、 below it, it only gathers them, unless they begin anew in each.
 */
export function markersIn(norm: string): Marker[] {
  const numbers = [...norm.matchAll(MARK)].flatMap((match) => {
    const marker = markerOf(norm, match);
    return marker === undefined || marker.n === 0 ? [] : [marker];
  });
  const hasChapters = numbers.some(({ kind, boundary }) => kind === KIND.chapter && boundary === 'line');
  const named = hasChapters ? divisionsOf(norm, numbers) : namedMarkers(norm, KIND.chapter);
  const markers = [...numbers, ...named, ...namedMarkers(norm, KIND.article), ...circledMarkers(norm)];
  return asOutline(markers.sort(byPlace), decimalMarkers(norm)).sort(byPlace);
}

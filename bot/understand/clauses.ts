/** Steps 2 and 3: a message in clauses (分句), each with the task that it names. */
import { CODE_SHAPE } from './code.ts';
import type { Clause, Heard } from './heard.ts';
import { isThanks } from './remarks.ts';
import { type Strange, strangeIn } from './strange.ts';
import { codesIn, type Fit, indexOf, type TaskIndex, tasksNamed } from './task-index.ts';

type Said = Pick<Heard, 'text' | 'hearing'>;

/** Before a code, where something ends: after a mark, or after a figure or a word and a space. */
const BEFORE_CODE = [
  `(?<=[,，、)])(?=(?:剩下|其中|另外)?(?:\\d+[、.]\\s?)?${CODE_SHAPE})`,
  `(?=${CODE_SHAPE})(?<=\\d-\\d{1,2}[^\\n]{0,40}(?:%|[^\\d\\s、,，和及与跟第]\\s))`,
];
const CLAUSE = new RegExp(
  [
    /(?<=[。;；!！\n])|(?<=(?:^|[，。；\n])[^，。；\n\d完未进度:]{6,}:)|(?<=[\u4e00-\u9fff]{4})\s(?=[\u4e00-\u9fff]{4})|(?<=[,，])(?!\s*(?:其中|占|即)|\d(?!\+))/
      .source,
    ...BEFORE_CODE,
  ].join('|'),
);
const NUMBERING =
  /^\s*(?:\d{1,2}[、.)）]\s?(?!\d-)(?!\d{1,2}-)|[一二三四五六七八九十]+[、.]|[(（][一二三四五六七八九十\d]+[)）])\s*/;

/** A second task within this of the best makes it doubtful. */
const CLEARLY = 1.15;
/** From these weights on the words are a title's own, and bear more beside them. */
export const WEIGHTY = 8;
export const TITLE = 10;

/** The task that words name clearly; null where none or several. */
function clearest(fits: readonly Fit[]): Fit | null {
  const [best, second] = fits.filter(({ enough }) => enough);
  const [heaviest] = fits;
  if (best === undefined || heaviest === undefined || heaviest.weight > best.weight) return null;
  return second === undefined || best.weight >= second.weight * CLEARLY ? best : null;
}

/** Is a clause about something that only shares a word with the task? */
function isElsewhere({ weight }: Fit, { before, after, compound }: Strange): boolean {
  if (before > (weight >= TITLE ? 3 : 2) || after > (weight >= WEIGHTY ? 7 : 5)) return true;
  return compound && weight < WEIGHTY;
}

const AND = /[和、及与跟]/;

/** 台账更新和档案都弄完了: several tasks in one clause, each named clearly; null where it is not so. */
function severalIn(text: string, heard: Said): string[] | null {
  if (!AND.test(text)) return null;
  const index = indexOf(heard.hearing.tasks);
  const codes = new Set<string>();
  // 分别完成八成、九成 says how each stands, not which they are.
  const parts = (text.split('分别')[0] ?? text).split(AND);
  for (const part of parts) {
    const fit = clearest(tasksNamed(part, index));
    if (fit === null || isElsewhere(fit, strangeIn(part, fit.spans, heard.hearing))) return null;
    codes.add(fit.code);
  }
  return codes.size === parts.length ? [...codes] : null;
}

function readClause(text: string, heard: Said): Clause {
  const index = indexOf(heard.hearing.tasks);
  const codes = codesIn(text).filter((code) => index.codes.has(code));
  const plain = {
    text,
    codes: [],
    byCode: false,
    elsewhere: false,
    near: null,
    weight: 0,
    strange: 0,
    compound: false,
  };
  if (codes.length > 0) return { ...plain, codes, byCode: true, weight: Number.POSITIVE_INFINITY };
  // 谢谢宣传办送来的画册 thanks for it.
  if (isThanks(text)) return plain;
  const several = severalIn(text, heard);
  if (several !== null) return { ...plain, codes: several, weight: WEIGHTY };
  const fit = clearest(tasksNamed(text, index));
  if (fit === null) return plain;
  const beside = strangeIn(text, fit.spans, heard.hearing);
  if (isElsewhere(fit, beside)) return { ...plain, elsewhere: true, near: fit.code };
  return {
    ...plain,
    codes: [fit.code],
    weight: fit.weight,
    strange: beside.before + beside.after,
    compound: beside.compound,
  };
}

/** A message of a few clauses, none of which names a task, may name one as a whole: 台账弄好了，更新完毕. */
const FEW = 3;

/** Nobody says so much in one breath; who speaks into the phone sets no marks. */
const BREATH = 16;
const BREATHS =
  /(?<=\d[户份场次个件人所]|[一二三四五六七八九十][户份场次件人所])(?=还有|剩|我|已|都|走|建)|(?<=[嘛哈呢啊哦])(?=[^，。；\s]{4})|(?<=[^，。；\s]{4}了)(?=还[有剩差]|剩|现在|目前|照片|另外|都在|一共)|(?<=[^，。；\s]{4})(?=现在(?:已|录|走|建|做|弄|都))/;
/** Where what is said of one task may end, and that of the next begin. */
const TURN =
  /(?:(?<=[了好完半%]|[建完一二三四五六七八九]成)|(?<=百分之[一二三四五六七八九十]{1,3})|(?<=[\d一二两三四五六七八九十][户份场次件人所]))(?!\s?(?:[\d年立]|[一二两三四五六七八九十]+[成户份场次件人所]|百分|一半))(?=[^，。；\s]{4})/;
/** Less is about one task. */
const TURNS = 10;

/** 台账更新完了牌子也挂好了: cut where another task is named. */
function turnsOf(breath: string, index: TaskIndex): string[] {
  const [first = '', ...rest] = breath.length > TURNS ? breath.split(TURN) : [breath];
  const turns = [first];
  for (const part of rest) {
    const last = turns.pop() ?? '';
    const [one, other] = [clearest(tasksNamed(last, index)), clearest(tasksNamed(part, index))];
    if (one !== null && other !== null && one.code !== other.code) turns.push(last, part);
    else turns.push(last + part);
  }
  return turns;
}

/** What nobody set marks in, breath by breath. */
function breathsOf(piece: string, index: TaskIndex): string[] {
  const breaths = piece.length > BREATH ? piece.split(BREATHS) : [piece];
  return breaths.flatMap((breath) => turnsOf(breath, index));
}

/** The clauses of what was said. */
export function readClauses(heard: Said): Clause[] {
  const pieces = heard.text.split(CLAUSE).flatMap((piece) => breathsOf(piece, indexOf(heard.hearing.tasks)));
  const clauses = pieces.map((piece) => readClause(piece.replace(NUMBERING, ''), heard));
  if (clauses.length === 1 || clauses.length > FEW) return clauses;
  if (clauses.some(({ codes, elsewhere }) => elsewhere || codes.length > 0)) return clauses;
  const whole = readClause(heard.text, heard);
  return whole.codes.length > 0 || whole.elsewhere ? [whole] : clauses;
}

/** The open tasks that the quoted message names. */
export function quoted({ quote, hearing }: Heard): string[] {
  if (quote === '') return [];
  const index = indexOf(hearing.tasks);
  const codes = codesIn(quote).filter((code) => index.codes.has(code));
  if (codes.length > 0) return codes;
  const named = clearest(tasksNamed(quote, index));
  return named === null ? [] : [named.code];
}

/** The one task that a message or its quote means; null where that is not clear. */
export function taskMeant(heard: Heard): string | null {
  const [code, ...more] = codesIn(heard.text);
  if (code !== undefined) {
    return more.length === 0 && indexOf(heard.hearing.tasks).codes.has(code) ? code : null;
  }
  const [first] = heard.clauses().filter(({ codes }) => codes.length > 0);
  if (first !== undefined) return first.codes.length === 1 ? (first.codes[0] ?? null) : null;
  const [from, ...rest] = quoted(heard);
  return from !== undefined && rest.length === 0 ? from : null;
}

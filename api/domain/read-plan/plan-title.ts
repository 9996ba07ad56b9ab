/** The title of the plan (标题) and its year, from what stands before its first heading. */
import { yearOf } from './numerals.ts';
import type { PlanText } from './text.ts';

const TITLE_WORD =
  '(?:方案|计划|要点|规划|实施意见|指导意见|意见|办法|细则|预案|措施|安排|清单|任务书|制度|规定|工程|行动|责任书|部署)';
const ISSUE = '(?:\\((?:[^()]{1,24})\\))?';
const ENDS_AS_TITLE = new RegExp(`${TITLE_WORD}${ISSUE}$`, 'u');
/** A title whose line break is lost: the text goes on with the words plans begin with. */
const TITLE_RUNS_ON = new RegExp(
  `^([^。\\n]{2,90}?${TITLE_WORD}${ISSUE})(?=\\s?(?:为|根据|按照|依据|结合|贯彻|各[村镇乡街]|近年|当前|今年|20\\d\\d年|目前|一、|依照|遵照|围绕|深入|坚持|\\n|$))`,
  'u',
);
const FILE_NAME = /\.(?:docx?|txt|wps|pdf|rtf)$/iu;
const DOCUMENT_NUMBER = /^[^。\n]{0,24}[〔[(](?:19|20)?[\dxX×*]{2,4}[〕\])]第?[\dxX×*]{0,4}号?$/u;
/** The masthead and other lines that are no part of a title. */
const MASTHEAD = /(?:文件|通知|函|办公室|办事处|委员会|人民政府|党工委|号|:|印发)$/u;
const QUOTED = new RegExp(`《([^《》]{2,90}${TITLE_WORD}${ISSUE})》`, 'u');
/** A first line that ends in mid-title is short. */
const LONGEST_LINE = 60;

interface Line {
  from: number;
  to: number;
  text: string;
}

function linesOf(norm: string, end: number): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const text of norm.slice(0, end).split('\n')) {
    lines.push({ from, to: from + text.length, text });
    from += text.length + 1;
  }
  return lines.filter(({ text }) => text.trim() !== '' && !DOCUMENT_NUMBER.test(text));
}

/** Whether a line can be the first half of a title that goes on in the next. */
const goesOn = (text: string): boolean =>
  text.length <= 30 &&
  !/[。,;:!?)]/u.test(text) &&
  !MASTHEAD.test(text) &&
  !FILE_NAME.test(text) &&
  !/\d日$/u.test(text) &&
  !/^附/u.test(text);

function titleLine(lines: readonly Line[]): { from: number; to: number } | undefined {
  const at = lines.findLastIndex(
    ({ text }) =>
      text.length <= LONGEST_LINE &&
      ENDS_AS_TITLE.test(text) &&
      !/[。;]/u.test(text) &&
      !/^关于印发/u.test(text),
  );
  const line = lines[at];
  if (line === undefined) return undefined;
  const before = lines[at - 1];
  const joins = before !== undefined && goesOn(before.text) && !ENDS_AS_TITLE.test(before.text);
  return { from: joins ? before.from : line.from, to: line.to };
}

/** A short line without punctuation before the text: the title of a plan that is called otherwise. */
const isHeadline = ({ text }: Line): boolean =>
  text.length >= 6 &&
  text.length <= LONGEST_LINE &&
  !/[。,;:!?、]|\d日$/u.test(text) &&
  !FILE_NAME.test(text);

function rangeOfTitle(norm: string, lines: readonly Line[]): { from: number; to: number } | undefined {
  const whole = titleLine(lines);
  if (whole !== undefined) return whole;
  for (const { from, text } of lines) {
    const runsOn = FILE_NAME.test(text) ? null : TITLE_RUNS_ON.exec(text);
    if (runsOn !== null && !runsOn[0].includes('印发')) return { from, to: from + (runsOn[1] ?? '').length };
  }
  const notice = lines.find(
    ({ text }) => text.length <= LONGEST_LINE && /^关于.{4,50}的(?:通知|意见)$/u.test(text),
  );
  const quoted = QUOTED.exec(norm.slice(0, lines.at(-1)?.to ?? 0));
  if (quoted === null) return notice ?? lines.find(isHeadline);
  return { from: quoted.index + 1, to: quoted.index + quoted[0].length - 1 };
}

/** The title that stands before `end`, or an empty text. */
export function planTitle(text: PlanText, end: number): string {
  const lines = linesOf(text.norm, Math.min(end, 6000));
  const range = rangeOfTitle(text.norm, lines);
  if (range !== undefined) return text.tidy(range.from, range.to).replace(/^[#*\s]+|[*\s]+$/gu, '');
  const file = lines.find((line) => FILE_NAME.test(line.text));
  return file === undefined ? '' : text.tidy(file.from, file.to).replace(FILE_NAME, '');
}

/** Of several years the first. */
const YEAR_IN_TITLE = /(\d{4})(?:[~至到-]{1,2}(?:20)?\d\d|—{1,2}(?:20)?\d\d)?年/u;
const YEAR_OF_DOCUMENT = /[〔[(](20\d\d)[〕\])]第?\d{0,4}号/u;
const YEAR_OF_SIGNATURE =
  /\n(20\d\d|二[〇○零][一二三四五六七八九〇○零]{2})年[^年\n]{1,6}月[^月\n]{1,4}日(?=\n|$)/u;

/** The year a plan is for: its title says it, else its number, else the date under it; undefined if none does. */
export function planYear(title: string, norm: string): number | undefined {
  const said = YEAR_IN_TITLE.exec(title)?.[1];
  const head = YEAR_OF_DOCUMENT.exec(norm.slice(0, 200))?.[1];
  const signed = YEAR_OF_SIGNATURE.exec(norm.slice(-400))?.[1];
  const year = said ?? head ?? signed;
  return year === undefined ? undefined : yearOf(year);
}

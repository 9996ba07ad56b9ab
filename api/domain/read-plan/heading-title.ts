/**
 * The words of a heading (标题文字): up to the full stop, the line's end or the colon. Where line breaks are
 * lost, a chapter's heading runs into its text with nothing between them: then it is known by its last word.
 */
import type { PlanText } from './text.ts';

/** Words that end the heading of a chapter. */
const CHAPTER_WORDS =
  '思想|要求|思路|目标|原则|任务|措施|步骤|安排|领导|保障|机构|职责|分工|重点|内容|范围|对象|时间|机制|背景|依据|意义|方法|考核|督导|纪律|事项|附则|总则|情况|形势';
const CHAPTER = new RegExp(
  `^[^。,;:\\n]{2,8}?(?:${CHAPTER_WORDS})+(?:[和及与、][^。,;:\\n]{0,6}?(?:${CHAPTER_WORDS})+)?`,
  'u',
);

/** Chapters that nearly every plan has under these very names. */
const USUAL =
  /^(?:指导思想|总体要求|总体思路|总体目标|工作目标|目标任务|工作原则|基本原则|主要任务|重点任务|工作任务|工作内容|工作重点|工作措施|主要措施|工作步骤|实施步骤|时间安排|保障措施|组织保障|组织领导|组织机构|职责分工|责任分工|任务分工|工作要求)/u;
/** A shorter sentence may well be a heading as a whole: 提高思想认识,增强责任意识。 */
const SENTENCE = 25;

/** A heading longer than this is a sentence: its first clause is shown. */
const LONGEST = 40;
/** A clause shorter than this says too little alone. */
const SHORTEST = 4;
/** Who, with whom and until when, in brackets after a heading. */
const TELLING =
  /\s*[(【[][^()【】[\]]*(?:\([^()]*\)[^()【】[\]]*)*(?:牵头|责任|配合|负责|时限|单位|月|阶段)[^()]*(?:\([^()]*\)[^()]*)*[)】\]]\s*$/u;

/** Where the first sentence of a line ends; a colon ends it too, but not inside brackets. */
function sentenceEnd(line: string): number {
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if ('([【'.includes(char)) depth++;
    else if (')]】'.includes(char)) depth = Math.max(0, depth - 1);
    else if ('。!?'.includes(char) || (depth === 0 && ';:'.includes(char))) return at;
  }
  return -1;
}

/** Two phrases with a space between them are one heading, if they are short: 提高认识 加强领导. */
const SHORT_HEADING = 20;

/** Where a heading ends that is parted from its text by a space; -1 where it is not. */
function gapIn(first: string, sentence: string, isChapter: boolean): number {
  const gap = first.indexOf(' ');
  const parts = isChapter ? gap <= 16 : sentence.length > SHORT_HEADING && gap <= LONGEST;
  return gap >= SHORTEST && parts ? gap : -1;
}

/** The length of the heading that `near`, the text after a marker, begins with. */
function lengthOfTitle(near: string, isChapter: boolean): number {
  const line = near.indexOf('\n');
  const first = line < 0 ? near : near.slice(0, line);
  const stop = sentenceEnd(first);
  const sentence = stop < 0 ? first : first.slice(0, stop);
  const gap = gapIn(first, sentence, isChapter);
  if (gap >= 0) return gap;
  if (isChapter && (stop >= 0 || line < 0) && sentence.length > 12) {
    const chapter = (sentence.length > SENTENCE ? CHAPTER : USUAL).exec(first)?.[0];
    if (chapter !== undefined) return chapter.length;
  }
  const own = TELLING.test(sentence) ? sentence.replace(TELLING, '') : sentence;
  if (own.length <= LONGEST || (stop < 0 && line >= 0 && own.length <= LONGEST * 2)) return own.length;
  const clause = own.indexOf(',', SHORTEST);
  return clause < 0 ? LONGEST : Math.min(clause, LONGEST * 2);
}

/** The title of a section whose words begin at `from`: trimmed, without the bracket that names units or days. */
export function headingTitle(text: PlanText, from: number, to: number, isChapter: boolean): string {
  const near = text.norm.slice(from, Math.min(to, from + 400));
  const title = text.tidy(from, from + lengthOfTitle(near, isChapter));
  return title.replace(/^[*#\s]+|[，,、；;。：:*#\s]+$/gu, '');
}

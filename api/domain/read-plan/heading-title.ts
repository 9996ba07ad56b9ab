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

/** A heading longer than this is a sentence: its first clause is shown. */
const LONGEST = 40;
/** A clause shorter than this says too little alone. */
const SHORTEST = 4;
/** Who, with whom and until when, in brackets after a heading. */
const TELLING =
  /\s*[(【[][^()【】[\]]*(?:\([^()]*\)[^()【】[\]]*)*(?:牵头|责任|配合|负责|时限|单位|月|阶段)[^()]*(?:\([^()]*\)[^()]*)*[)】\]]\s*$/u;

/** Where the heading that begins at `from` ends, in a section that goes to `to`. */
function endOfTitle(norm: string, from: number, to: number, isChapter: boolean): number {
  const near = norm.slice(from, Math.min(to, from + 400));
  const line = near.search(/\n/);
  const first = line < 0 ? near : near.slice(0, line);
  const gap = first.indexOf(' ');
  if (isChapter && gap >= SHORTEST && gap <= 16) return from + gap;
  const stop = first.search(/[。;:!?]/u);
  const sentence = stop < 0 ? first : first.slice(0, stop);
  const runsOn = stop >= 0 || line < 0;
  if (isChapter && runsOn && sentence.length > 12) {
    const chapter = CHAPTER.exec(first)?.[0];
    if (chapter !== undefined) return from + chapter.length;
  }
  if (sentence.length <= LONGEST || (stop < 0 && line >= 0 && sentence.length <= LONGEST * 2)) {
    return from + sentence.length;
  }
  const clause = sentence.search(new RegExp(`(?<=.{${SHORTEST}}),`, 'u'));
  return from + (clause < 0 ? LONGEST : Math.min(clause, LONGEST * 2));
}

/** The title of a section whose words begin at `from`: trimmed, without the bracket that names units or days. */
export function headingTitle(text: PlanText, from: number, to: number, isChapter: boolean): string {
  const end = endOfTitle(text.norm, from, to, isChapter);
  const own = text.norm.slice(from, end);
  const telling = own.length <= 2 * LONGEST ? TELLING.exec(own) : null;
  const kept = telling === null || telling.index === 0 ? end : from + telling.index;
  return text.tidy(from, kept).replace(/[，,、；;。：:\s]+$/u, '');
}

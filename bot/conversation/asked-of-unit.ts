/** 示例一村 得分: a unit's name and what is asked of it, from those who may see that unit (chat.md, 2). */
import type { Intent } from '../understand/intent.ts';
import { understand } from '../understand/understand.ts';
import { hearingOf, mayIn, type Scene } from './scene.ts';
import { afterName } from './statements.ts';

/** Longer words after a unit's name are talk about it: 示例一村逾期的几项请抓紧. */
const LONGEST_QUESTION = 8;
const TASKS = /^的?(?:在办|未完成)?的?任务(?:清单)?[?？。]*$/;

/** The question that stands after the name of a unit; null where none does. */
export function askedOfUnit(scene: Scene, calling: string): Intent | null {
  const rest = afterName(scene.text, calling);
  if (rest === '' || rest.length > LONGEST_QUESTION || !mayIn(scene, 'assignment.see')) return null;
  if (TASKS.test(rest)) return { intent: 'query', about: 'mine', task: null };
  const meant = understand(rest, hearingOf(scene, false));
  return meant.intent === 'query' && meant.about !== 'help' ? meant : null;
}

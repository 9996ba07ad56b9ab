/** Questions and wishes of a few words that stand for themselves: 示例一村 得分, 村排名, 申请延期 (chat.md, 2). */
import type { Intent } from '../understand/intent.ts';
import { normalise } from '../understand/normalise.ts';
import { understand } from '../understand/understand.ts';
import { hearingOf, mayIn, type Scene } from './scene.ts';
import { afterName } from './statements.ts';

/** Longer words after a unit's name are talk about it: 示例一村逾期的几项请抓紧. */
const LONGEST_QUESTION = 8;
const TASKS = /^的?(?:在办|未完成)?的?任务(?:清单)?[?？。]*$/;
const RANKING = /^(?:村|村社|村组|部门|部门组)的?排名[?？。]*$/;
/** More time, without what for or until when: both are asked for. */
const EXTEND = /^(?:我们?)?(?:要|想|想要)?(?:申请延期|延期申请|延期)[。！!]*$/;

/** The question that stands after the name of a unit, from those who may see it; null where none does. */
function askedOfUnit(scene: Scene, calling: string): Intent | null {
  const rest = afterName(scene.text, calling);
  if (rest === '' || rest.length > LONGEST_QUESTION || !mayIn(scene, 'assignment.see')) return null;
  if (TASKS.test(rest)) return { intent: 'query', about: 'mine', task: null };
  const meant = understand(rest, hearingOf(scene, false));
  return meant.intent === 'query' && meant.about !== 'help' ? meant : null;
}

/** The short question or wish that a text is; null where it is none. `calling` is the name of the unit that it begins with. */
export function shortQuestion(scene: Scene, calling: string | null): Intent | null {
  const said = normalise(scene.text).text;
  if (EXTEND.test(said)) return { intent: 'extend', task: null, until: null, reason: '' };
  if (RANKING.test(said)) return { intent: 'query', about: 'ranking', task: null };
  return calling === null ? null : askedOfUnit(scene, calling);
}

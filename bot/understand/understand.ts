/**
 * What a chat message means (理解消息): normalise → split → find the task → find the claim → decide. A pure function;
 * where nobody addressed the bot and it is not sure, it keeps quiet (chat.md, "Understanding a message").
 */
import { isNotice, isQuestion, isUnreal, namesOtherVillage } from './chatter.ts';
import { readClauses } from './clauses.ts';
import { BAR, confidence } from './confidence.ts';
import { extensionIn } from './extension.ts';
import { hear } from './hear.ts';
import type { Heard } from './heard.ts';
import { type Hearing, type Intent, NONE } from './intent.ts';
import { isUnlike, likenessIn } from './likeness.ts';
import { ackIn, answerIn, bindIn, leadIn, undoIn, visitIn } from './phrases.ts';
import { queryIn } from './questions.ts';
import { candidatesFor, progressIn } from './reports.ts';
import { codesIn, indexOf } from './task-index.ts';

/** Nothing of this is the sender's own report, whatever words it uses. What is said beside the report is no matter. */
export function isChatter(heard: Heard): boolean {
  const { hearing, mentionsOther, mentionsBot } = heard;
  if (mentionsOther && !mentionsBot) return true;
  const told = heard.told();
  const corrects = /说错|更正|纠正|打错|报错/.test(heard.text);
  if (isNotice(told) || (isUnreal(told, hearing.unit) && !corrects)) return true;
  return namesOtherVillage(told, hearing);
}

/** No figure and no code: what begins like 收到 is then no report. */
const ACKNOWLEDGED = /^[^\d%]{1,30}$/;

const SENTENCE = /(?<=[。！!?？；\n])/;

/** What stands in a question's company: 2.1-3 已更新。另请问密码是多少？ reports of a code. Null where nothing does. */
function withoutQuestions(heard: Heard): Heard | null {
  const sentences = heard.text.split(SENTENCE);
  const said = sentences.filter((sentence) => !isQuestion(sentence)).join('');
  if (codesIn(said).length === 0 || sentences.some((each) => isQuestion(each) && codesIn(each).length > 0))
    return null;
  const clauses = readClauses({ text: said, hearing: heard.hearing });
  return { ...heard, text: said, clauses: () => clauses, told: () => said };
}

/** Does the message or its quote name a task that is open? */
const namesTask = (heard: Heard): boolean =>
  heard.quote !== '' || heard.clauses().some(({ codes }) => codes.length > 0);

/** A report or a request for more time, where the message is one. */
function workIn(heard: Heard): Intent | null {
  const extension = extensionIn(heard);
  if (extension !== null) return extension;
  if (!namesTask(heard) || isChatter(heard)) return null;
  const said = isQuestion(heard.told()) ? withoutQuestions(heard) : heard;
  const updates = said === null ? [] : progressIn(said);
  return updates.length === 0 ? null : { intent: 'progress', updates };
}

/** A report that names no task, from one who speaks to the bot: the bot may ask which. */
function doubtIn(heard: Heard): Intent | null {
  if (!heard.addressed || isChatter(heard) || isQuestion(heard.told())) return null;
  const update = candidatesFor(heard);
  return update === null ? null : { intent: 'progress', updates: [update] };
}

/** What the grammar takes a message for, however sure that is. */
export function read(heard: Heard): Intent {
  const { text, hearing } = heard;
  if (text === '') return NONE;
  const unknown =
    codesIn(text).length > 0 && !codesIn(text).some((code) => indexOf(hearing.tasks).codes.has(code));
  return (
    bindIn(heard) ??
    answerIn(heard) ??
    undoIn(heard) ??
    visitIn(heard) ??
    queryIn(heard) ??
    // 收到，今天上报 is 收到; 收到，2.1-3完成80% is a report first.
    (ACKNOWLEDGED.test(text) ? ackIn(heard) : null) ??
    (unknown ? null : workIn(heard)) ??
    ackIn(heard) ??
    leadIn(heard) ??
    doubtIn(heard) ??
    NONE
  );
}

/** Gives the intent of any text; `none` where it is none of the bot's business, or may well be none. */
export function understand(raw: string, hearing: Hearing): Intent {
  const heard = hear(raw, hearing);
  const intent = read(heard);
  const records = intent.intent === 'progress' || intent.intent === 'extend';
  if (intent.intent !== 'none' && !records) return isUnlike(heard, intent) ? NONE : intent;
  // A lead told in private, or something taken back, may sound like a report of a task.
  const like = likenessIn(heard);
  if (like !== null || !records) return like ?? NONE;
  return confidence.report(heard.evidence()) < BAR ? NONE : intent;
}

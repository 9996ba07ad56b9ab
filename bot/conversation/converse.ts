/** What the bot does about a message, as a table: what was meant → what is done, and what is said. */
import type { Tx } from '../../api/context.ts';
import { Refusal } from '../../api/errors.ts';
import { acknowledgeReminders } from '../../api/services/chat/acknowledge-reminders.ts';
import { receiveOrders } from '../../api/services/supervision/answer-order.ts';
import { guess } from '../understand/guess.ts';
import type { Intent } from '../understand/intent.ts';
import { normalise } from '../understand/normalise.ts';
import { codesIn } from '../understand/task-index.ts';
import { bind } from './bind.ts';
import { takeAnswer } from './choose.ts';
import { attachByQuote } from './evidence.ts';
import { askToExtend } from './extend.ts';
import { recordProgress } from './progress.ts';
import { answerQuery } from './query.ts';
import * as words from './replies.ts';
import { here, inPrivate, type Reply } from './reply.ts';
import { hearingOf, mayIn, type Scene } from './scene.ts';
import { undoLast } from './undo.ts';

/** 收到 silences the reminders it answers and signs for the unit's supervision orders; it is not answered itself. */
async function acknowledge(scene: Scene): Promise<Reply[]> {
  if (mayIn(scene, 'progress.report') && scene.unit.id === scene.speaker.unit.id) {
    await acknowledgeReminders(scene.now, scene.unit.id);
    if (mayIn(scene, 'order.answer')) await receiveOrders(scene.now, scene.unit.id);
  }
  return [];
}

/** The code of an open task and nothing else: it is asked about. */
function codeAlone({ text, open }: Scene): string | null {
  const bare = normalise(text).text;
  const [code, ...more] = codesIn(bare);
  if (code === undefined || more.length > 0 || bare.length > code.length + 1) return null;
  return open.some((task) => task.code === code) ? code : null;
}

const GREETING = /^(?:(?:你好|您好|在吗|在不在|在么|hello|hi)[呀啊哈]*)+$/i;
const COURTESY =
  /^(?:(?:好的?|嗯|哦|行|ok|明白|知道)了?|(?:谢谢|多谢|感谢|辛苦|麻烦)(?:了|啦|你|您|领导|大家)*|不客气|再见|早上好|早|晚安)+$/i;
/** What is only said, without marks, faces and mentions. */
const bareWords = (text: string): string => normalise(text).text.replace(/[\p{P}\p{S}\s]/gu, '');

/** Nobody spoke to the bot: it keeps quiet. Somebody did, and was not understood: one hint an hour will do. */
async function keepQuiet(tx: Tx, scene: Scene): Promise<Reply[]> {
  const attached = await attachByQuote(scene);
  if (attached.length > 0) return [here(attached.join('\n'))];
  const { addressed, message, now, text, open } = scene;
  if (!addressed) return [];
  const code = codeAlone(scene);
  if (code !== null) return answerQuery(scene, { intent: 'query', about: 'task', task: code });
  const said = bareWords(text);
  if (COURTESY.test(said)) return [];
  if (GREETING.test(said)) return [here(words.greeting)];
  const guessed =
    open.length > 0 && mayIn(scene, 'progress.report') ? guess(text, hearingOf(scene, false)) : null;
  if (guessed !== null) return recordProgress(tx, scene, { intent: 'progress', updates: [guessed] });
  const hour = now.clock().toISOString().slice(0, 13);
  return [{ ...inPrivate(words.hint(scene.speaker.actor.role)), once: `hint:${message.contact.id}:${hour}` }];
}

function act(tx: Tx, scene: Scene, intent: Intent): Promise<Reply[]> | Reply[] {
  switch (intent.intent) {
    case 'progress':
      return recordProgress(tx, scene, intent);
    case 'extend':
      return askToExtend(scene, intent);
    case 'undo':
      return undoLast(scene);
    case 'choose':
      return takeAnswer(tx, scene, intent.option);
    case 'query':
      return answerQuery(scene, intent);
    case 'ack':
      return acknowledge(scene);
    case 'bind':
      return bind(tx, scene.message, intent.code);
    case 'visit':
      return [inPrivate(words.visitNotKept)];
    case 'lead':
      return [inPrivate(words.leadNotKept)];
    case 'none':
      return keepQuiet(tx, scene);
  }
}

/** Does what was meant, within the transaction; gives what to say. A refusal is said as it is. */
export async function converse(tx: Tx, scene: Scene, intent: Intent): Promise<Reply[]> {
  try {
    return await act(tx, scene, intent);
  } catch (error) {
    if (error instanceof Refusal) return [here(words.notDone(error.message))];
    throw error;
  }
}

import type { Tx } from '../../api/context.ts';
import { closeQuestion, openQuestion, type Question } from '../../api/services/chat/questions.ts';
import { releaseHeld } from '../../api/services/chat/settle-message.ts';
import type { StoredMessage } from '../../api/services/chat/take-message.ts';
import { attachLooseFiles } from './evidence.ts';
import { readOptions } from './options.ts';
import { record } from './progress.ts';
import * as words from './replies.ts';
import { here, type Reply } from './reply.ts';
import type { Scene } from './scene.ts';

/** The question open to the sender where the message was said: in the same talk, or in private. */
export async function questionTo(tx: Tx, { contact, room }: StoredMessage): Promise<Question | null> {
  const question = await openQuestion(tx, contact.id);
  return question !== null && (room === null || room.id === question.roomId) ? question : null;
}

/** 选项回复: records what the chosen answer stands for. */
export async function takeAnswer(tx: Tx, scene: Scene, option: number): Promise<Reply[]> {
  const question = await questionTo(tx, scene.message);
  if (question === null) return [here(words.questionOver)];
  const options = readOptions(question.options);
  const chosen = options[option - 1];
  if (chosen === undefined) return [here(words.wrongOption(options.length))];
  await closeQuestion(tx, scene.message.contact.id);
  await releaseHeld(tx, chosen.releases);
  if (chosen.reports.length === 0) return [here(words.leftAlone)];
  const lines = [...(await record(scene, chosen.reports)), ...(await attachLooseFiles(scene))];
  return [here(lines.join('\n'))];
}

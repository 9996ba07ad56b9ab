import type { Tx } from '../../api/context.ts';
import { Refusal } from '../../api/errors.ts';
import { closeQuestion, openQuestion, type Question } from '../../api/services/chat/questions.ts';
import { releaseHeld } from '../../api/services/chat/settle-message.ts';
import type { StoredMessage } from '../../api/services/chat/take-message.ts';
import { learnWording } from '../../api/services/wordings/learn-wording.ts';
import type { Intent } from '../understand/intent.ts';
import { normalise } from '../understand/normalise.ts';
import { attachLooseFiles, looseFilesOf } from './evidence.ts';
import { type Option, readOptions } from './options.ts';
import { record } from './progress.ts';
import * as words from './replies.ts';
import { here, type Reply } from './reply.ts';
import type { Scene } from './scene.ts';

/** The question open to the sender where the message was said: in the same talk, or in private. */
export async function questionTo(tx: Tx, { contact, room }: StoredMessage): Promise<Question | null> {
  const question = await openQuestion(tx, contact.id);
  return question !== null && (room === null || room.id === question.roomId) ? question : null;
}

/** Keeps what the speaker called the task that was meant, for the office to decide on. */
async function learnFrom({ now }: Scene, { wording, reports: [report] }: Option): Promise<void> {
  if (wording === null || report === undefined) return;
  try {
    await learnWording(now, { assignmentId: report.assignmentId, wording });
  } catch (error) {
    // What may not be recorded teaches nothing; the report itself says why.
    if (!(error instanceof Refusal)) throw error;
  }
}

const CODE = /\d\.\d{1,2}-\d{1,2}/;
const NONE_OF_THEM = /^(?:都不是|不是|没有|都不对|不对|算了)[。！!\s]*$/;

/** The number of the answer that words name: by a code, or by words that stand in one answer alone. */
function numberOf(text: string, labels: readonly string[]): number | null {
  if (NONE_OF_THEM.test(text)) return labels.length;
  const code = CODE.exec(text)?.[0];
  const said = code ?? text.replace(/(?:那个|这个|那项|这项|的|吧|是|[。，！!\s])/g, '');
  const fitting = labels.flatMap((label, at) => (said.length > 1 && label.includes(said) ? [at + 1] : []));
  const [only, ...more] = fitting;
  return only !== undefined && more.length === 0 ? only : null;
}

const LONGEST_ANSWER = 20;

/** What was understood, or the choice that a few words make of the answers to the question that is open. */
export async function asAnswer(tx: Tx, { message, text }: Scene, understood: Intent): Promise<Intent> {
  const unclear = understood.intent === 'none' || (understood.intent === 'query' && understood.task !== null);
  if (!unclear || text.length > LONGEST_ANSWER) return understood;
  const question = await questionTo(tx, message);
  if (question === null) return understood;
  const { text: plain } = normalise(text);
  const option = numberOf(
    plain,
    readOptions(question.options).map(({ label }) => label),
  );
  return option === null ? understood : { intent: 'choose', option };
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
  await learnFrom(scene, chosen);
  const lines = await record(scene, chosen.reports);
  lines.push(...(await attachLooseFiles(scene, await looseFilesOf(scene))));
  return [here(lines.join('\n'))];
}

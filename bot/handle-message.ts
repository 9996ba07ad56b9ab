/** What a message comes to, within the inbox's transaction: understood, acted upon, answered, and marked handled. */
import type { Tx } from '../api/context.ts';
import { wasCut } from '../api/domain/chat/message-text.ts';
import { repeatsUs } from '../api/services/chat/own-words.ts';
import { markHandled } from '../api/services/chat/settle-message.ts';
import type { StoredMessage } from '../api/services/chat/take-message.ts';
import { type NamedUnit, unitsNamedIn } from '../api/services/chat/units-named.ts';
import { findActor, type Known } from '../api/services/people/find-actor.ts';
import { asAnswer, questionTo } from './conversation/choose.ts';
import { converse } from './conversation/converse.ts';
import { receiveFile } from './conversation/evidence.ts';
import { carryOut, orderOf } from './conversation/orders.ts';
import * as words from './conversation/replies.ts';
import { inPrivate, type Reply, sendReplies } from './conversation/reply.ts';
import { hearingOf, type Links, type Scene, setScene } from './conversation/scene.ts';
import { shortQuestion } from './conversation/short-questions.ts';
import { type Statement, statementsOf } from './conversation/statements.ts';
import { meetStranger } from './conversation/stranger.ts';
import type { Intent } from './understand/intent.ts';
import { understand } from './understand/understand.ts';

interface Outcome {
  replies: Reply[];
  /** What it was understood to mean, for the record; null where the message is settled already. */
  meant: object | null;
}

const NO_LINKS: Links = { linkTo: null, linkToPage: null };
const nothing = (...replies: Reply[]): Outcome => ({ replies, meant: { intent: 'none' } });

/** A message of a person that is known, and what it is read with. */
interface Spoken {
  message: StoredMessage;
  speaker: Known;
  /** The units that it names. */
  named: readonly NamedUnit[];
  /** The bot has asked the speaker something. */
  questionOpen: boolean;
}

/** What a statement means, by its words or as a short question. */
function meaning(scene: Scene, { unit, text }: Statement, questionOpen: boolean): Intent {
  const meant = understand(text, hearingOf(scene, questionOpen));
  return meant.intent === 'none' ? (shortQuestion(scene, unit?.calling ?? null) ?? meant) : meant;
}

/** What a known person's words come to: each statement understood, acted upon and answered. */
async function answer(
  tx: Tx,
  { message, speaker, named, questionOpen }: Spoken,
  links: Links,
): Promise<Outcome> {
  const order = orderOf(tx, message, speaker, named);
  if (order !== null)
    return { replies: await carryOut(tx, { message, speaker, named }, order), meant: order };
  const intents: Intent[] = [];
  const replies: Reply[] = [];
  for (const statement of statementsOf(message.text, named)) {
    const scene = await setScene(tx, { message, statement, named, speaker, links });
    const understood = meaning(scene, statement, questionOpen);
    const intent = questionOpen ? await asAnswer(tx, scene, understood) : understood;
    intents.push(intent);
    replies.push(...(await converse(tx, scene, intent)));
  }
  const [only, ...more] = intents;
  return { replies, meant: only !== undefined && more.length === 0 ? only : { intents } };
}

/** A picture or file has no words to understand. */
async function takeFile(tx: Tx, { message, speaker }: Spoken): Promise<Outcome> {
  const statement = { unit: null, text: '' };
  const scene = await setScene(tx, { message, statement, named: [], speaker, links: NO_LINKS });
  return nothing(...(await receiveFile(scene)));
}

async function outcomeOf(tx: Tx, message: StoredMessage, links: Links): Promise<Outcome> {
  const { isBot, personId } = message.contact;
  if (isBot) return nothing();
  // Asked for at once: a message waits for the database as seldom as may be.
  const [isEcho, speaker, named, question] = await Promise.all([
    repeatsUs(tx, message),
    personId === null ? null : findActor(tx, personId),
    unitsNamedIn(tx, message.text),
    questionTo(tx, message),
  ]);
  if (isEcho) return nothing();
  if (wasCut(message.text)) return nothing(inPrivate(words.tooLong));
  if (speaker === null) return { replies: await meetStranger(tx, message), meant: null };
  const spoken = { message, speaker, named, questionOpen: question !== null };
  return message.file === null ? answer(tx, spoken, links) : takeFile(tx, spoken);
}

/** Does all that a message asks for. */
export async function handleMessage(tx: Tx, message: StoredMessage, links: Links): Promise<void> {
  const { replies, meant } = await outcomeOf(tx, message, links);
  if (message.masked > 0) replies.push({ ...inPrivate(words.personalData), once: `masked:${message.id}` });
  await Promise.all([
    meant === null ? null : markHandled(tx, message.id, meant),
    sendReplies(tx, message, replies),
  ]);
}

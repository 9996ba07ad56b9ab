/** 绑定: a contact becomes a person, a room becomes a unit's; what was said before is offered for recording. */
import type { Tx } from '../../api/context.ts';
import { Refusal } from '../../api/errors.ts';
import { type Bound, bindByCode } from '../../api/services/chat/bind-by-code.ts';
import { heldMessages, releaseHeld } from '../../api/services/chat/settle-message.ts';
import type { StoredMessage } from '../../api/services/chat/take-message.ts';
import { findActor, type Known } from '../../api/services/people/find-actor.ts';
import type { MessageId } from '../../db/vocabulary.ts';
import { understand } from '../understand/understand.ts';
import { ask } from './ask-which.ts';
import type { Option, PlannedReport } from './options.ts';
import { assignmentOf, periodOf, plan } from './plan-report.ts';
import * as words from './replies.ts';
import { here, inPrivate, type Reply } from './reply.ts';
import { hearingOf, mayIn, setScene } from './scene.ts';

interface Held {
  reports: PlannedReport[];
  answers: string[];
}

/** What a held message clearly reports, now that its sender is known. */
async function reportsIn(tx: Tx, message: StoredMessage, speaker: Known): Promise<Held> {
  const scene = await setScene(tx, {
    message,
    statement: { unit: null, text: message.text },
    named: [],
    speaker,
    links: { linkTo: null, linkToPage: null },
  });
  const intent = understand(message.text, hearingOf(scene, false));
  const clear = (
    intent.intent === 'progress' && mayIn(scene, 'progress.report') ? intent.updates : []
  ).flatMap((update) => {
    const task = assignmentOf(scene, update.task, message.text);
    return task === undefined ? [] : [{ update, task }];
  });
  return {
    reports: clear.map(({ update, task }) => plan(scene, task, update)),
    answers: clear.map(({ update, task }) => words.answerText(task, update, periodOf(task, scene.open))),
  };
}

/** Offers what the person said before being known; messages that report nothing clear are let go. */
async function offerHeld(tx: Tx, message: StoredMessage, speaker: Known): Promise<Reply[]> {
  const offers: (Held & { id: MessageId })[] = [];
  for (const held of await heldMessages(tx, message.contact.id)) {
    offers.push({ id: held.id, ...(await reportsIn(tx, held, speaker)) });
  }
  const idle = offers.filter(({ reports }) => reports.length === 0).map(({ id }) => id);
  await releaseHeld(tx, idle);
  const wanted = offers.filter(({ reports }) => reports.length > 0);
  if (wanted.length === 0) return [];
  const releases = wanted.map(({ id }) => id);
  const answers = wanted.flatMap((each) => each.answers);
  const options: Option[] = [
    {
      label: words.recordAll(answers),
      reports: wanted.flatMap(({ reports }) => reports),
      releases,
      wording: null,
    },
    { label: words.recordNone, reports: [], releases, wording: null },
  ];
  const inTalk = { ...message, room: null };
  return [inPrivate(await ask(tx, { message: inTalk }, words.heldOffer, options))];
}

/** Binds by a code from the web. */
export async function bind(tx: Tx, message: StoredMessage, code: string): Promise<Reply[]> {
  let bound: Bound;
  try {
    bound = await bindByCode(tx, { code, contactId: message.contact.id, roomId: message.room?.id ?? null });
  } catch (error) {
    if (error instanceof Refusal) return [here(words.notDone(error.message))];
    throw error;
  }
  if (bound.kind === 'room') return [here(words.roomBound(bound.units))];
  const speaker = await findActor(tx, bound.personId);
  const offered = speaker === null ? [] : await offerHeld(tx, message, speaker);
  return [here(words.personBound(bound.name, bound.unit)), ...offered];
}

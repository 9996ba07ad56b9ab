/** 追问: which task was meant, with numbered answers. */
import type { Tx } from '../../api/context.ts';
import { askQuestion } from '../../api/services/chat/questions.ts';
import type { Update } from '../understand/intent.ts';
import { wordingOf } from '../understand/wording.ts';
import type { Option } from './options.ts';
import { assignmentOf, periodOf, plan } from './plan-report.ts';
import * as words from './replies.ts';
import type { Scene } from './scene.ts';

const MOST_ANSWERS = 8;

/** The answers to "which one": each likely task with what would be recorded of it, and that it is none of them. */
function optionsFor(scene: Scene, update: Update): Option[] {
  const likely = (update.candidates ?? [])
    .flatMap((code) => assignmentOf(scene, code, scene.text) ?? [])
    .filter(({ state }) => state !== 'submitted');
  if (likely.length === 0) return [];
  const wording = wordingOf(update.note);
  const answers = likely.slice(0, MOST_ANSWERS).map((task) => ({
    label: words.answerText(task, update, periodOf(task, scene.open)),
    reports: [plan(scene, task, update)],
    releases: [],
    wording,
  }));
  return [...answers, { label: words.noneOfThese, reports: [], releases: [], wording: null }];
}

/** Asks with numbered options, in place of any question that was open. */
export async function ask(
  tx: Tx,
  { message }: Pick<Scene, 'message'>,
  asked: string,
  options: readonly Option[],
): Promise<string> {
  await askQuestion(tx, {
    contactId: message.contact.id,
    roomId: message.room?.id ?? null,
    messageId: message.id,
    options,
  });
  return words.question(
    asked,
    options.map(({ label }) => label),
  );
}

/** Asks which task the first of several doubtful reports is of; the others are to be said again. */
export async function askWhich(tx: Tx, scene: Scene, doubts: readonly Update[]): Promise<string[]> {
  const [first, ...rest] = doubts;
  if (first === undefined) return [];
  const options = optionsFor(scene, first);
  if (options.length === 0) return scene.addressed ? [words.nameTheTask] : [];
  const more = rest.length === 0 ? [] : [words.moreUnclear(rest.length)];
  return [await ask(tx, scene, words.whichTask, options), ...more];
}

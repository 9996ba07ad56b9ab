/** 填报进度: what is clear is recorded, what is in doubt is asked, all in one reply. */
import type { Tx } from '../../api/context.ts';
import { whichPeriod } from '../../api/domain/chat/which-period.ts';
import { Refusal } from '../../api/errors.ts';
import { askQuestion, closeQuestion } from '../../api/services/chat/questions.ts';
import { reportProgress } from '../../api/services/progress/report-progress.ts';
import type { Intent, Update } from '../understand/intent.ts';
import { wordingOf } from '../understand/wording.ts';
import { attachLooseFiles } from './evidence.ts';
import type { Option, PlannedReport } from './options.ts';
import * as words from './replies.ts';
import { here, type Reply } from './reply.ts';
import { mayIn, type OpenAssignment, openTo, type Scene } from './scene.ts';

/** The open assignment of a task that a text speaks of. */
export const assignmentOf = (
  { open, today }: Pick<Scene, 'open' | 'today'>,
  code: string | null,
  text: string,
): OpenAssignment | undefined =>
  whichPeriod(
    open.filter((each) => each.code === code),
    text,
    today,
  );

/** The words for an assignment's period, where its task has several open. */
export const periodOf = (task: OpenAssignment, open: readonly OpenAssignment[]): string | null =>
  open.filter(({ code, state }) => code === task.code && state !== 'submitted').length > 1
    ? task.periodLabel
    : null;

export const plan = ({ message, said }: Scene, task: OpenAssignment, update: Update): PlannedReport => ({
  unitId: task.unit.id,
  assignmentId: task.id,
  messageId: message.id,
  at: said.clock().toISOString(),
  percent: update.percent,
  count: update.count,
  done: update.done,
  until: update.until,
});

/** Records reports as the speaker; gives the words for each, what was refused among them. */
export async function record(scene: Scene, reports: readonly PlannedReport[]): Promise<string[]> {
  const refused = new Map<PlannedReport, string>();
  for (const report of reports) {
    const at = new Date(report.at);
    try {
      await reportProgress(
        scene.now.as(scene.speaker.actor, 'chat', () => at),
        report,
      );
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.set(report, error.message);
    }
  }
  // What stands recorded is told, not what was asked for.
  const after: OpenAssignment[] = [];
  for (const unitId of new Set(reports.map((report) => report.unitId))) {
    after.push(...(await openTo(scene.now, unitId)));
  }
  const told: words.Recorded[] = [];
  const lines: string[] = [];
  for (const report of reports) {
    const task = after.find(({ id }) => id === report.assignmentId);
    const why = refused.get(report);
    if (task === undefined) lines.push(words.notDone(why ?? '这项任务已不在办'));
    else if (why !== undefined) lines.push(words.notRecorded(task, why));
    else {
      const submitted = task.state === 'submitted';
      const foreign = task.unit.id === scene.speaker.unit.id ? null : task.unit.name;
      told.push({ task, unit: foreign, said: report, period: periodOf(task, after), submitted });
    }
  }
  return told.length === 0 ? lines : [words.recorded(told), ...lines];
}

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

async function askWhich(tx: Tx, scene: Scene, doubts: readonly Update[]): Promise<string[]> {
  const [first, ...rest] = doubts;
  if (first === undefined) return [];
  const options = optionsFor(scene, first);
  if (options.length === 0) return scene.addressed ? [words.nameTheTask] : [];
  const more = rest.length === 0 ? [] : [words.moreUnclear(rest.length)];
  return [await ask(tx, scene, words.whichTask, options), ...more];
}

/** Records what a message reports. Whoever may not report is told so only when speaking to the bot. */
export async function recordProgress(
  tx: Tx,
  scene: Scene,
  { updates }: Extract<Intent, { intent: 'progress' }>,
): Promise<Reply[]> {
  if (!mayIn(scene, 'progress.report')) {
    const why = scene.speaker.actor.role === 'liaison' ? words.ownUnitOnly : words.notYourPart;
    return scene.addressed ? [here(why)] : [];
  }
  const clear: PlannedReport[] = [];
  const doubts: Update[] = [];
  for (const update of updates) {
    const task = assignmentOf(scene, update.task, scene.text);
    if (task === undefined) doubts.push(update);
    else clear.push(plan(scene, task, update));
  }
  const lines = clear.length === 0 ? [] : await record(scene, clear);
  if (clear.length > 0) {
    await closeQuestion(tx, scene.message.contact.id);
    lines.push(...(await attachLooseFiles(scene)));
  }
  lines.push(...(await askWhich(tx, scene, doubts)));
  return lines.length === 0 ? [] : [here(lines.join('\n'))];
}

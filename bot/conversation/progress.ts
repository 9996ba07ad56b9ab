/** 填报进度: what is clear is recorded, what is in doubt is asked, all in one reply. */
import type { Tx } from '../../api/context.ts';
import { Refusal } from '../../api/errors.ts';
import { closeQuestion } from '../../api/services/chat/questions.ts';
import { reportProgress } from '../../api/services/progress/report-progress.ts';
import type { AssignmentId, AssignmentState } from '../../db/vocabulary.ts';
import type { Intent, Update } from '../understand/intent.ts';
import { askWhich } from './ask-which.ts';
import { attachLooseFiles, looseFilesOf } from './evidence.ts';
import type { PlannedReport } from './options.ts';
import { assignmentOf, periodOf, plan } from './plan-report.ts';
import * as words from './replies.ts';
import { here, type Reply } from './reply.ts';
import { mayIn, type OpenAssignment, openTo, type Scene } from './scene.ts';

/** What is open in the units that are reported on, as it stands after: what was recorded is told, not what was asked. */
async function openAfter(
  scene: Scene,
  reports: readonly PlannedReport[],
  stands: ReadonlyMap<AssignmentId, AssignmentState>,
): Promise<OpenAssignment[]> {
  const open = [...scene.open];
  for (const unitId of new Set(reports.map((report) => report.unitId)))
    if (unitId !== scene.unit.id) open.push(...(await openTo(scene.now, unitId)));
  return open.map((task) => ({ ...task, state: stands.get(task.id) ?? task.state }));
}

/** Records reports as the speaker; gives the words for each, what was refused among them. */
export async function record(scene: Scene, reports: readonly PlannedReport[]): Promise<string[]> {
  const refused = new Map<PlannedReport, string>();
  const stands = new Map<AssignmentId, AssignmentState>();
  for (const report of reports) {
    const at = new Date(report.at);
    try {
      const { state } = await reportProgress(
        scene.now.as(scene.speaker.actor, 'chat', () => at),
        report,
      );
      stands.set(report.assignmentId, state);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.set(report, error.message);
    }
  }
  const after = await openAfter(scene, reports, stands);
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
      const counter = words.counterIn(scene.text, report.count);
      told.push({ task, unit: foreign, said: report, period: periodOf(task, after), submitted, counter });
    }
  }
  return told.length === 0 ? lines : [words.recorded(told), ...lines];
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
  const refused: string[] = [];
  for (const update of updates) {
    const task = assignmentOf(scene, update.task, scene.text);
    const notOpen = scene.notOpen.find(({ code }) => code === update.task);
    if (notOpen !== undefined)
      refused.push(words.notRecorded(notOpen, notOpen.closed ? words.closed : words.noTaskOfIt));
    else if (task === undefined) doubts.push(update);
    else clear.push(plan(scene, task, update));
  }
  const lines: string[] = [];
  if (clear.length > 0) {
    const [recorded, loose] = await Promise.all([
      record(scene, clear),
      looseFilesOf(scene),
      closeQuestion(tx, scene.message.contact.id),
    ]);
    lines.push(...recorded, ...(await attachLooseFiles(scene, loose)));
  }
  lines.push(...refused, ...(await askWhich(tx, scene, doubts)));
  return lines.length === 0 ? [] : [here(lines.join('\n'))];
}

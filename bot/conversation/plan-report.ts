/** Which assignment a text reports on, and what is to be recorded of it. */
import { whichPeriod } from '../../api/domain/chat/which-period.ts';
import type { Update } from '../understand/intent.ts';
import type { PlannedReport } from './options.ts';
import type { OpenAssignment, Scene } from './scene.ts';

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

/** What is to be recorded of an assignment by what the text says of it. */
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

import { closedTasksIn } from '../../api/services/tasks/closed-tasks.ts';
import { understand } from '../understand/understand.ts';
import * as words from './replies.ts';
import { hearingOf, mayIn, type Scene } from './scene.ts';

/**
 * What to say to a report of tasks that are done and closed (已办结): whoever writes a task's code waits for an answer.
 * Nothing where the message would be no report if they were open.
 */
export async function reportedClosed(scene: Scene): Promise<string[]> {
  const { now, text, unit, open } = scene;
  if (!mayIn(scene, 'progress.report')) return [];
  const done = await closedTasksIn(now, { text, unitId: unit.id, open });
  if (done.length === 0) return [];
  const intent = understand(text, hearingOf({ ...scene, open: [...open, ...done] }, false));
  if (intent.intent !== 'progress') return [];
  const spoken = done.filter(({ code }) => intent.updates.some(({ task }) => task === code));
  return spoken.map((task) => words.notRecorded(task, words.closed));
}

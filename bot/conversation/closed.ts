import { listTasks } from '../../api/services/tasks/list-tasks.ts';
import { understand } from '../understand/understand.ts';
import * as words from './replies.ts';
import { hearingOf, mayIn, type OpenAssignment, type Scene } from './scene.ts';

const CODE = /\d{1,2}\.\d{1,2}-\d{1,2}/g;
const MOST_CODES = 3;

/** The codes that a text writes out, full width or with any dash. */
function codesIn(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/[‐-―−]/g, '-');
  return [...new Set(plain.match(CODE))].slice(0, MOST_CODES);
}

/**
 * What to say to a report of tasks that are done and closed (已办结): whoever writes a task's code waits for an answer.
 * Nothing where the message would be no report if they were open.
 */
export async function reportedClosed(scene: Scene): Promise<string[]> {
  const { now, text, unit } = scene;
  const codes = codesIn(text).filter((code) => scene.open.every((task) => task.code !== code));
  if (codes.length === 0 || !mayIn(scene, 'progress.report')) return [];
  const done: OpenAssignment[] = [];
  for (const q of codes) {
    const { rows } = await listTasks(now, { unit: unit.id, state: 'done', q, limit: 1 });
    done.push(...rows.filter(({ code }) => code === q).map((row) => ({ ...row, synonyms: [] })));
  }
  const intent = understand(text, hearingOf({ ...scene, open: [...scene.open, ...done] }, false));
  if (intent.intent !== 'progress') return [];
  const spoken = done.filter(({ code }) => intent.updates.some(({ task }) => task === code));
  return spoken.map((task) => words.notRecorded(task, words.closed));
}

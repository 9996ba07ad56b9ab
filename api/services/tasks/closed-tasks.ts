import type { UnitId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { listTasks } from './list-tasks.ts';

const CODE = /\d{1,2}\.\d{1,2}-\d{1,2}/g;
const MOST_CODES = 3;

/** The codes that a text writes out, full width or with any dash. */
function codesIn(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/[‐-―−]/g, '-');
  return [...new Set(plain.match(CODE))].slice(0, MOST_CODES);
}

/** Tasks of a unit that are done and closed (已办结) and whose code a text writes out; none of those that are open. */
export async function closedTasksIn(
  ctx: Context,
  { text, unitId, open }: { text: string; unitId: UnitId; open: readonly { code: string }[] },
) {
  const codes = codesIn(text).filter((code) => open.every((task) => task.code !== code));
  const done: Awaited<ReturnType<typeof listTasks>>['rows'] = [];
  for (const q of codes) {
    const { rows } = await listTasks(ctx, { unit: unitId, state: 'done', q, limit: 1 });
    done.push(...rows.filter(({ code }) => code === q));
  }
  return done.map((row) => ({ ...row, synonyms: [] }));
}

/**
 * Codes that a text writes and the unit has not open: of a task that is done and closed (已办结), or a slip of the thumb
 * (2.1-4 where 2.1 has three). Understanding is told of them, so that what is said of one is not taken for its
 * neighbour's; whoever writes a code waits for an answer.
 */
import type { Tx } from '../../api/context.ts';
import { closedTasksIn } from '../../api/services/tasks/closed-tasks.ts';
import type { UnitId } from '../../db/vocabulary.ts';
import type { OpenTask } from '../understand/intent.ts';
import { normalise } from '../understand/normalise.ts';
import { codesIn } from '../understand/task-index.ts';

export interface NotOpen extends OpenTask {
  /** Done and closed; else no task of the unit's. */
  closed: boolean;
}

interface Spoken {
  text: string;
  unitId: UnitId;
  open: readonly { code: string }[];
}

/** 2.1 of 2.1-3. */
const sectionOf = (code: string): string => code.slice(0, code.indexOf('-'));

/** No task of the unit's; only where its sections are known is it a code and no day or number (6.28-30). */
const slip = (code: string): NotOpen => ({
  code,
  title: '',
  measure: 'percent',
  dueOn: null,
  synonyms: [],
  closed: false,
});

/** What a text names by code that the unit has not open: closed tasks, and codes that may be a slip where the unit has tasks of that section. */
export async function notOpenIn(now: Tx, spoken: Spoken): Promise<NotOpen[]> {
  const { text, open } = spoken;
  const codes = codesIn(normalise(text).text).filter((code) => open.every((task) => task.code !== code));
  if (codes.length === 0) return [];
  const closed = await closedTasksIn(now, spoken);
  const sections = new Set(open.map(({ code }) => sectionOf(code)));
  return codes.flatMap((code) => {
    const done = closed.find((task) => task.code === code);
    if (done !== undefined) return [{ ...done, closed: true }];
    return sections.has(sectionOf(code)) ? [slip(code)] : [];
  });
}

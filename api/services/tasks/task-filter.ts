/** What a list of assignments is narrowed by, as a question whose SQL is made once for each set of conditions. */
import { and, eq, gte, ilike, lte, ne, or, type SQL, sql } from 'drizzle-orm';
import { anyOf, idArray } from '../../../db/any-of.ts';
import { assignments } from '../../../db/schema/assignments.ts';
import { items, tasks } from '../../../db/schema/plans.ts';
import type { AssignmentState, Light, UnitId } from '../../../db/vocabulary.ts';
import { type Context, reach } from '../../context.ts';
import type { LightBounds } from '../../domain/assignment/light.ts';
import { firstDayOfMonth, lastDayOfMonth, parseDay } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { askedFor } from './assignment-row.ts';
import { lightSql } from './light-sql.ts';

export interface TaskFilter {
  unit?: UnitId | undefined;
  light?: Light | undefined;
  /** `unfinished` is every state but done. */
  state?: AssignmentState | 'unfinished' | undefined;
  /** The number of a chapter of the plan, `四(三)`. */
  chapter?: string | undefined;
  /** Due in this month, `2026-06`. */
  month?: string | undefined;
  /** Part of a code or title. */
  q?: string | undefined;
}

const given = sql.placeholder;

/** What each value asks of an assignment; values that stand in another's condition ask nothing by themselves. */
const ASKED = {
  domain: eq(assignments.domainId, given('domain')),
  own: anyOf(assignments.unitId, given('own')),
  unit: eq(assignments.unitId, given('unit')),
  unfinished: ne(assignments.state, 'done'),
  state: eq(assignments.state, given('state')),
  chapter: eq(items.chapter, given('chapter')),
  from: gte(assignments.dueOn, given('from')),
  until: lte(assignments.dueOn, given('until')),
  words: or(ilike(tasks.title, given('words')), ilike(tasks.code, given('start'))),
  start: undefined,
  light: sql`${lightSql({ today: given('today'), soonUntil: given('soonUntil') })} = ${given('light')}`,
  today: undefined,
  soonUntil: undefined,
  afterDay: sql`(${assignments.dueOn}, ${assignments.id}) > (${given('afterDay')}::date, ${given('afterId')})`,
  afterId: undefined,
} satisfies Record<string, SQL | undefined>;

/** The values of a question; which there are is its shape. */
export type AskedValues = Partial<Record<keyof typeof ASKED, string | number | boolean>>;

export const shapeOf = (values: AskedValues): string => Object.keys(values).join(' ');

/** The conditions of a shape, with what is asked for at all. */
export const conditionsOf = (shape: string): SQL | undefined =>
  and(...shape.split(' ').map((name) => ASKED[name as keyof typeof ASKED]), askedFor());

/** Whether a shape asks about the task or its item. */
export const asksOfTasks = (shape: string): boolean => / (chapter|words)\b/.test(shape);

const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

function inMonth(month: string): AskedValues {
  const [, year, number] = (/^([1-9]\d{3})-(0[1-9]|1[0-2])$/.exec(month) ?? []).map(Number);
  if (year === undefined || number === undefined) {
    throw new Refusal('invalid', 'month', '月份写作 2026-06', [
      { path: 'month', message: '月份写作 2026-06' },
    ]);
  }
  return { from: firstDayOfMonth(year, number), until: lastDayOfMonth(year, number) };
}

function inState(state: TaskFilter['state']): AskedValues {
  if (state === undefined) return {};
  return state === 'unfinished' ? { unfinished: true } : { state };
}

/** What the viewer may see, narrowed by everything in the filter but its light. Throws `invalid` for a bad month. */
export function askedBy(ctx: Context, { unit, state, chapter, month, q }: TaskFilter): AskedValues {
  const own =
    reach(ctx, 'assignment.see') === 'own' && ctx.actor.kind === 'person' ? ctx.actor.unitIds : null;
  const text = q?.trim();
  return {
    domain: ctx.domainId,
    ...(own !== null && { own: idArray(own) }),
    ...(unit !== undefined && { unit }),
    ...inState(state),
    ...(chapter !== undefined && { chapter }),
    ...(month !== undefined && inMonth(month)),
    ...(text && { words: `%${escaped(text)}%`, start: `${escaped(text)}%` }),
  };
}

/** Narrowed to a light, where one is asked for. */
export const ofLight = (light: Light | undefined, bounds: LightBounds): AskedValues =>
  light === undefined ? {} : { light, ...bounds };

/** After the row that a cursor `2026-06-30.123` names, in the order of due day and number. Throws `invalid` for another. */
export function afterCursor(cursor: string): AskedValues {
  const [, due = '', afterId = ''] = /^([\d-]{10})\.(\d{1,15})$/.exec(cursor) ?? [];
  const afterDay = parseDay(due);
  if (afterDay === undefined) {
    throw new Refusal('invalid', 'cursor', '翻页位置不对', [{ path: 'after', message: '翻页位置不对' }]);
  }
  return { afterDay, afterId: Number(afterId) };
}

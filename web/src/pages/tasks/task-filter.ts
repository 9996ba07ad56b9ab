/** The responsibility list's filter (筛选), as the address has it: every narrowing is a link that can be sent on. */
import { ASSIGNMENT_STATES, type Day, LIGHTS } from '../../../../db/vocabulary.ts';
import type { TaskQuery } from '../../api.ts';

export const GROUPINGS = ['none', 'section', 'unit', 'month'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export const VIEWS = ['list', 'roadmap'] as const;

/** What the page is narrowed by; an absent field narrows nothing. */
export type TaskFilter = Omit<TaskQuery, 'after' | 'limit'>;
export const FILTER_KEYS = [
  'unit',
  'light',
  'state',
  'chapter',
  'month',
  'q',
] as const satisfies (keyof TaskFilter)[];

type Search = Readonly<Record<string, string | string[] | undefined>>;

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const NUMBER = /^[1-9]\d{0,14}$/;
const LONGEST = { chapter: 20, q: 100 };

const oneOf = <T extends string>(list: readonly T[], text: string | undefined): T | undefined =>
  list.find((each) => each === text);
const matching = (shape: RegExp, text: string | undefined): string | undefined =>
  text !== undefined && shape.test(text) ? text : undefined;
const upTo = (longest: number, text: string | undefined): string | undefined =>
  text === undefined || text.trim() === '' ? undefined : text.slice(0, longest);

/** The filter that an address names. What it names wrongly is left out, so that an old link still opens. */
export function readFilter(search: Search): TaskFilter {
  const of = (key: string): string | undefined => {
    const value = search[key];
    return Array.isArray(value) ? value[0] : value;
  };
  const fields = {
    unit: matching(NUMBER, of('unit')),
    light: oneOf(LIGHTS, of('light')),
    state: oneOf(ASSIGNMENT_STATES, of('state')),
    chapter: upTo(LONGEST.chapter, of('chapter')),
    month: matching(MONTH, of('month')),
    q: upTo(LONGEST.q, of('q')),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as TaskFilter;
}

/** Whether anything is narrowed at all. */
export const isNarrowed = (filter: TaskFilter): boolean => Object.keys(filter).length > 0;

/** The months of a year, `2026-01` …, to choose from. */
export const monthsOf = (today: Day): string[] =>
  Array.from({ length: 12 }, (_, i) => `${today.slice(0, 4)}-${String(i + 1).padStart(2, '0')}`);

/** The chapters of a plan that can be chosen, in its order; one chosen by a link stays choosable. */
export function chaptersOf(seen: readonly string[], chosen: string | undefined): string[] {
  const all = chosen === undefined ? [...seen] : [...seen, chosen];
  return [...new Set(all)];
}

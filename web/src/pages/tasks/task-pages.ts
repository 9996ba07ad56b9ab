/** The pages of the responsibility list, in the order in which the work presses (按紧急程度). */
import { LIGHTS, type Light } from '../../../../db/vocabulary.ts';
import { api, type TaskPage } from '../../api.ts';
import type { TaskFilter } from './task-filter.ts';

/** The worst light first. */
export const BY_URGENCY: readonly Light[] = [...LIGHTS].reverse();

/** Where the next page begins: after a row of the list of one light, or of the whole list (`null`). */
export interface PageStart {
  light: Light | null;
  after: string | undefined;
}

export const ORDERS = ['urgency', 'due'] as const;
export type Order = (typeof ORDERS)[number];

/** The first page: of the light chosen, of all by due day, or of the worst light. */
export function firstPage(filter: TaskFilter, order: Order): PageStart {
  const single = filter.light ?? null;
  return {
    light: single === null && order === 'urgency' ? (BY_URGENCY[0] ?? null) : single,
    after: undefined,
  };
}

/** The light after one, among those of which there is something; null after the last. */
export function nextLight(light: Light, counts: TaskPage['counts']): Light | null {
  const rest = BY_URGENCY.slice(BY_URGENCY.indexOf(light) + 1);
  return rest.find((each) => counts[each] > 0) ?? null;
}

/** Where the page after one begins; undefined where that was the last. */
export function pageAfter(
  start: PageStart,
  page: Pick<TaskPage, 'next' | 'counts'>,
  filter: TaskFilter,
): PageStart | undefined {
  if (page.next !== null) return { light: start.light, after: page.next };
  if (start.light === null || filter.light !== undefined) return undefined;
  const light = nextLight(start.light, page.counts);
  return light === null ? undefined : { light, after: undefined };
}

/** How many there are under the filter, lights aside. */
export const totalOf = (counts: TaskPage['counts']): number =>
  LIGHTS.reduce((sum, light) => sum + counts[light], 0);

/** A page as it was read, and where the next one begins. */
export interface ReadPage extends TaskPage {
  following: PageStart | undefined;
}

/**
 * Reads on from a place until `limit` rows are there or the list ends: a light of which there is little is followed
 * by the next one on the same page.
 */
export async function readPage(start: PageStart, filter: TaskFilter, limit: number): Promise<ReadPage> {
  const { light, after } = start;
  const page = await api.tasks({
    ...filter,
    limit: String(limit),
    ...(light === null ? {} : { light }),
    ...(after === undefined ? {} : { after }),
  });
  const following = pageAfter(start, page, filter);
  const missing = limit - page.rows.length;
  if (following === undefined || missing <= 0) return { ...page, following };
  const rest = await readPage(following, filter, missing);
  return { ...rest, counts: page.counts, rows: [...page.rows, ...rest.rows] };
}

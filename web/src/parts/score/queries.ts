/** What explains a score: a unit's, a line's, a past day's, and what the unit reported. */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/solid-query';
import type { Day, RankingGroup } from '../../../../db/vocabulary.ts';
import { answer, server } from '../../api.ts';

/** By when a past day is known: as it was shown that day, or as it is known now. */
export const KNOWN = ['then', 'now'] as const;
export type Known = (typeof KNOWN)[number];

/** How a day is looked at; today as it stands where nothing is said. */
export interface View {
  day?: Day | undefined;
  known?: Known | undefined;
}

/** The same in an address: `?day=2026-03-31&known=now`; empty for today. */
export function searchOf(view: View): string {
  const search = new URLSearchParams(query(view)).toString();
  return search === '' ? '' : `?${search}`;
}

const query = ({ day, known }: View) => ({
  ...(day !== undefined && { day }),
  ...(known !== undefined && { known }),
});
const unit = server.units[':id'];
const PAGE = '30';

const readRanking = (group: RankingGroup, view: View) =>
  answer(server.ranking.$get({ query: { group, ...query(view) } }));
const readRevision = (group: RankingGroup, day: Day) =>
  answer(server.ranking.revision.$get({ query: { group, day } }));
const readUnit = (id: number, view: View, against: string | undefined) =>
  answer(
    unit.score.$get({
      param: { id: String(id) },
      query: { ...query(view), ...(against !== undefined && { against }) },
    }),
  );
const readLine = (id: number, indicator: string, view: View) =>
  answer(unit.lines[':indicator'].$get({ param: { id: String(id), indicator }, query: query(view) }));
/** A page of a unit's timeline, after the one that a cursor names. */
export const readTimeline = (id: number, after: string | null) =>
  answer(
    unit.timeline.$get({
      param: { id: String(id) },
      query: { limit: PAGE, ...(after !== null && { after }) },
    }),
  );

export type Revision = Awaited<ReturnType<typeof readRevision>>;
export type UnitScore = Awaited<ReturnType<typeof readUnit>>;
export type LineBasis = Awaited<ReturnType<typeof readLine>>;

const keyOf = ({ day, known }: View) => [day ?? 'today', known ?? ''] as const;

export const scoreQueries = {
  ranking: (group: RankingGroup, view: View) =>
    queryOptions({
      queryKey: ['data', 'ranking', group, ...keyOf(view)],
      queryFn: () => readRanking(group, view),
      placeholderData: keepPreviousData,
    }),
  revision: (group: RankingGroup, day: Day) =>
    queryOptions({
      queryKey: ['data', 'revision', group, day],
      queryFn: () => readRevision(group, day),
    }),
  unit: (id: number, view: View, against: string | undefined) =>
    queryOptions({
      queryKey: ['data', 'unit', id, ...keyOf(view), against ?? ''],
      queryFn: () => readUnit(id, view, against),
      placeholderData: keepPreviousData,
    }),
  line: (id: number, indicator: string, view: View) =>
    queryOptions({
      queryKey: ['data', 'line', id, indicator, ...keyOf(view)],
      queryFn: () => readLine(id, indicator, view),
    }),
  timeline: (id: number) =>
    infiniteQueryOptions({
      queryKey: ['data', 'timeline', id],
      queryFn: ({ pageParam }: { pageParam: string | null }) => readTimeline(id, pageParam),
      initialPageParam: null as string | null,
      getNextPageParam: (last) => last.next,
    }),
};

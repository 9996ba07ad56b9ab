import { keepPreviousData, queryOptions } from '@tanstack/solid-query';
import type { Day, DayKind } from '../../../../../db/vocabulary.ts';
import { answer, server } from '../../../api.ts';

const show = (year: number | null) =>
  answer(server.calendar.$get({ query: year === null ? {} : { year: String(year) } }));

/** A year of the calendar; null is the running one. */
export const calendarQuery = (year: number | null) =>
  queryOptions({
    queryKey: ['data', 'calendar', year],
    queryFn: () => show(year),
    placeholderData: keepPreviousData,
  });

export type CalendarYear = Awaited<ReturnType<typeof show>>;
export type ShownDay = CalendarYear['days'][number];

/** A word on one day: what it is to be and what it was; null leaves the day as published. */
export interface DayChange {
  day: Day;
  word: DayKind | null;
  was: DayKind | null;
}

/** Puts the word on days of a year; refused where somebody else changed one of them since. */
export const changeCalendar = (year: number, changes: readonly DayChange[]) =>
  answer(server.calendar.$post({ json: { year, changes: [...changes] } }));

/** What takes changes back: the same ones the other way round. */
export const undoing = (changes: readonly DayChange[]): DayChange[] =>
  changes.map(({ day, word, was }) => ({ day, word: was, was: word }));

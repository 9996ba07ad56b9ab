/** What the page of reported values asks the server for. */
import { queryOptions } from '@tanstack/solid-query';
import { answer, server } from '../../../api.ts';

const { values } = server.assessment;

const calls = {
  list: () => answer(values.$get()),
  check: (file: File) => answer(values.check.$post({ form: { file } })),
};

export type ValueTable = Awaited<ReturnType<typeof calls.list>>;
export type ValueGroup = ValueTable['groups'][number];
export type ValueIndicator = ValueGroup['indicators'][number];
export type ValueRow = ValueGroup['rows'][number];
export type ValueCell = ValueRow['cells'][number];
export type ValueCheck = Awaited<ReturnType<typeof calls.check>>;

/** One value to be recorded, and the number of the one that it takes the place of. */
export interface Entry {
  unitId: number;
  indicator: string;
  written: string | number;
  replaces: number | null;
  note?: string;
}

/** The values that are reported by hand, as they stand. */
export const valuesQuery = () => queryOptions({ queryKey: ['data', 'values'], queryFn: calls.list });
export const checkFile = calls.check;
/** Stores values that were checked and confirmed. */
export const recordValues = (entries: Entry[]) => answer(values.$post({ json: { entries } }));

/** The rows of the table that a clerk corrects: how they begin, what is missing in them, what is sent of them. */
import type { ConfirmedRow, PreviewRow } from './queries.ts';

export type Says = 'progress' | 'done' | 'extend';
/** What has still to be filled in. */
export type Missing = 'unit' | 'task' | 'claim' | 'until' | 'reason';

/** A row as it stands in the form; times and figures as they are typed. */
export interface Row {
  id: number;
  read: PreviewRow;
  /** Shown apart from the start: no report, or recorded before. */
  apart: boolean;
  taken: boolean;
  doubt: PreviewRow['doubt'];
  from: string;
  unitId: number | null;
  assignmentId: number | null;
  says: Says;
  percent: string;
  count: string;
  until: string;
  reason: string;
}

const CHINA_MS = 8 * 3_600_000;

/** An instant as a field for date and time has it, in Chinese time. */
const toField = (instant: string): string =>
  new Date(Date.parse(instant) + CHINA_MS).toISOString().slice(0, 16);

const fromField = (field: string): string => new Date(`${field}:00+08:00`).toISOString();

const figure = (text: string): number | null => (text === '' ? null : Number(text));
const typed = (n: number | null): string => (n === null ? '' : String(n));

let rowsMade = 0;

/** What is clear is taken at once, what is doubtful is not. */
export function rowOf(read: PreviewRow): Row {
  const { doubt } = read;
  return {
    id: rowsMade++,
    read,
    apart: doubt === 'noReport' || doubt === 'repeated',
    taken: doubt === null,
    doubt,
    from: toField(read.from),
    unitId: read.unitId,
    assignmentId: read.assignmentId,
    says: read.kind === 'extend' ? 'extend' : read.done ? 'done' : 'progress',
    percent: read.done ? '' : typed(read.percent),
    count: typed(read.count),
    until: read.until ?? '',
    reason: read.reason ?? '',
  };
}

/** Whether two rows come from one message. */
export const isOfMessage = (row: Row, { name, at, text }: PreviewRow): boolean =>
  row.read.name === name && row.read.at === at && row.read.text === text;

/** What a row still wants before it can be recorded; null where it is complete. */
export function missingIn({
  unitId,
  assignmentId,
  says,
  percent,
  count,
  until,
  reason,
}: Row): Missing | null {
  if (unitId === null) return 'unit';
  if (assignmentId === null) return 'task';
  if (says === 'progress' && percent === '' && count === '' && until === '') return 'claim';
  if (says === 'extend' && until === '') return 'until';
  return says === 'extend' && reason.trim() === '' ? 'reason' : null;
}

/** What is sent of a row that is complete; empty where it is not. */
export function confirmed(row: Row): ConfirmedRow[] {
  const { read, assignmentId, says, from, until, reason } = row;
  if (assignmentId === null || missingIn(row) !== null) return [];
  const extend = says === 'extend';
  return [
    {
      ...{ name: read.name, at: read.at, text: read.text, assignmentId },
      // The field has no seconds: what was not touched stays what it was.
      from: from === toField(read.from) ? read.from : fromField(from),
      kind: extend ? 'extend' : 'progress',
      percent: says === 'progress' ? figure(row.percent) : null,
      count: extend ? null : figure(row.count),
      done: says === 'done',
      until: until === '' ? null : until,
      reason: extend ? reason.trim() : null,
    },
  ];
}

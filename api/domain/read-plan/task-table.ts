/**
 * Task tables (任务分解表): a row is an item, `表1.3` the third row of the document's first table. Cells are read by
 * their column; a task that spans rows is told apart by the measure beside it.
 */
import { deadlinesIn, deadlinesInLimit } from './deadlines.ts';
import { distinctBy } from './distinct.ts';
import type { Doubt, Item } from './reading.ts';
import { recurrencesIn } from './recurrences.ts';
import { decide, responsibilityIn, withoutTitles } from './responsibility.ts';
import { type Column, type Head, headOf } from './table-columns.ts';
import { planText } from './text.ts';
import { isName, isVague, unitsOf } from './unit-names.ts';

/** Cells longer than this are read in part: no list of units is so long. */
const LONGEST_CELL = 2000;
const LONGEST_TITLE = 60;
const DITTO = /^(?:同上|〃|″|同前)$/u;

export interface TableReading {
  items: Item[];
  doubts: Doubt[];
}

interface Row {
  section: string;
  head: Head;
  /** Even cells, in the order of the columns. */
  cells: readonly string[];
  source: readonly string[];
  year: number | undefined;
}

const evenCell = (cell: string): string => planText(cell.slice(0, LONGEST_CELL)).norm;

const cellsOf = (row: Row, column: Column): string[] => [
  ...new Set(row.cells.filter((cell, i) => row.head.columns[i] === column && cell !== '')),
];

function rolesIn(cell: string, role: 'lead' | 'responsible' | 'support') {
  const said = responsibilityIn(cell);
  if (said.lead.length + said.support.length > 0) {
    return [
      { role: 'lead' as const, names: said.lead, at: 0, attributive: false },
      { role: 'support' as const, names: said.support, at: 0, attributive: false },
    ];
  }
  const units = unitsOf(cell).filter(({ name }) => isName(name) || isVague(name));
  const named = (mark: 'lead' | 'support' | undefined) =>
    units.filter((unit) => unit.mark === mark).map(({ name }) => name);
  return [
    { role: 'lead' as const, names: named('lead'), at: 0, attributive: false },
    { role, names: named(undefined), at: 0, attributive: false },
    { role: 'support' as const, names: named('support'), at: 0, attributive: false },
  ].filter(({ names }) => names.length > 0);
}

function unitsIn(row: Row): { lead: string[]; support: string[] } {
  const columns = (['lead', 'responsible', 'support'] as const).flatMap((role) =>
    cellsOf(row, role).flatMap((cell) => rolesIn(cell, role)),
  );
  if (columns.some(({ role }) => role !== 'support')) return decide(columns);
  const said = cellsOf(row, 'task').map((cell) => responsibilityIn(withoutTitles(cell)));
  return {
    lead: [...new Set(said.flatMap(({ lead }) => lead))],
    support: [...new Set([...decide(columns).support, ...said.flatMap(({ support }) => support)])],
  };
}

function timesIn(row: Row): Pick<Item, 'deadlines' | 'recurrences'> & { unread: Omit<Doubt, 'section'>[] } {
  const limits = cellsOf(row, 'time');
  const tasks = cellsOf(row, 'task').map(withoutTitles);
  const days = [
    ...limits.map((text) => ({ text, found: deadlinesInLimit(text, row.year) })),
    ...tasks.map((text) => ({ text, found: deadlinesIn(text, row.year) })),
  ];
  const often = [...limits, ...cellsOf(row, 'frequency'), ...tasks].map((text) => ({
    text,
    found: recurrencesIn(text),
  }));
  const own = (text: string) => row.source[row.cells.indexOf(text)]?.trim() ?? text;
  return {
    deadlines: distinctBy(
      days.flatMap(({ text, found }) => found.deadlines.map(({ date }) => ({ date, text: own(text) }))),
      ({ date }) => date,
    ),
    recurrences: distinctBy(
      often.flatMap(({ text, found }) => found.recurrences.map(({ every }) => ({ every, text: own(text) }))),
      ({ every }) => JSON.stringify(every),
    ),
    unread: [...days, ...often].flatMap(({ text, found }) =>
      found.unread.map(({ why }) => ({ text: own(text), why })),
    ),
  };
}

/** A task cell that spans rows says too little alone: then the title is the next task cell. */
function titleOf(row: Row, spanning: ReadonlySet<string>): { title: string; quote: string } {
  const places = row.cells.flatMap((cell, i) => (row.head.columns[i] === 'task' && cell !== '' ? [i] : []));
  const own = places.filter((i) => !spanning.has(row.cells[i] ?? ''));
  const at = own[0] ?? places.at(-1) ?? 0;
  const quoteAt = own.at(-1) ?? at;
  const title = (row.source[at] ?? '')
    .slice(0, LONGEST_CELL)
    .replace(/\s*\n\s*/gu, '')
    .trim()
    .replace(/^\d{1,2}[.．、]\s?|[。;；]+$/gu, '');
  const first = title.split(/[。;；]/u)[0] ?? title;
  return {
    title: first.length > LONGEST_TITLE ? (first.split(/[,，]/u)[0] ?? first).slice(0, LONGEST_TITLE) : first,
    quote: row.source[quoteAt]?.trim() ?? '',
  };
}

/** Task cells that stand in two rows: merged cells. */
function spanningTasks(head: Head, rows: readonly (readonly string[])[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const row of rows) {
    for (const [i, cell] of row.entries()) {
      if (head.columns[i] !== 'task' || cell === '') continue;
      if (seen.has(cell)) twice.add(cell);
      seen.add(cell);
    }
  }
  return twice;
}

/** A row that is no item: empty, the head again, a heading across the table, a sum. */
function isPause(cells: readonly string[], head: Head, headCells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  const tasks = cells.filter((cell, i) => head.columns[i] === 'task' && cell !== '');
  if (tasks.length === 0 || (cells.length > 1 && new Set(filled).size === 1 && filled.length > 1))
    return true;
  return (
    cells.every((cell, i) => cell === headCells[i]) || /^(?:合计|总计|小计|备注|注)/u.test(filled[0] ?? '')
  );
}

function withDitto(rows: readonly (readonly string[])[]): string[][] {
  const full: string[][] = [];
  for (const row of rows) {
    const above = full.at(-1);
    full.push(row.map((cell, i) => (DITTO.test(cell) ? (above?.[i] ?? cell) : cell)));
  }
  return full;
}

function readRow(row: Row, spanning: ReadonlySet<string>): TableReading {
  const { lead, support } = unitsIn(row);
  const { deadlines, recurrences, unread } = timesIn(row);
  const { title, quote } = titleOf(row, spanning);
  const { section } = row;
  const asks = row.head.columns.some((column) => column === 'lead' || column === 'responsible');
  const why = asks ? '这一行没有读到牵头单位或责任单位' : '表里没有牵头单位或责任单位一栏';
  const empty = lead.length === 0 ? [{ section, text: title, why }] : [];
  return {
    items: [{ section, title, lead, support, deadlines, recurrences, quote }],
    doubts: [...empty, ...unread.map((each) => ({ section, ...each }))],
  };
}

/** A row without a number and a task of its own goes on with the row above. */
function joinContinued(rows: readonly (readonly string[])[], head: Head): string[][] {
  const numberAt = head.columns.indexOf('number');
  const joined: string[][] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    const tasks = row.some((cell, i) => head.columns[i] === 'task' && cell !== '');
    const goesOn =
      above !== undefined && !tasks && (row[numberAt] ?? '') === '' && row.some((cell) => cell !== '');
    if (!goesOn) joined.push([...row]);
    else {
      for (const [i, cell] of row.entries()) {
        if (cell !== '' && cell !== above[i])
          above[i] = [above[i] ?? '', cell].filter((part) => part !== '').join('\n');
      }
    }
  }
  return joined;
}

/** Reads the `n`th table of a document; undefined where it is no task table. */
export function readTaskTable(
  rows: readonly (readonly string[])[],
  n: number,
  year: number | undefined,
): TableReading | undefined {
  const even = rows.map((row) => row.map(evenCell));
  const head = headOf(even);
  if (head === undefined) return undefined;
  const headCells = even[head.bodyFrom - 1] ?? [];
  const rowsOfItems = joinContinued(rows.slice(head.bodyFrom), head).filter(
    (row) => !isPause(row.map(evenCell), head, headCells),
  );
  const source = withDitto(rowsOfItems);
  const body = source.map((row) => row.map(evenCell));
  const spanning = spanningTasks(head, body);
  const reading: TableReading = { items: [], doubts: [] };
  for (const [i, cells] of body.entries()) {
    const section = `表${n}.${i + 1}`;
    const row = readRow({ section, head, cells, source: source[i] ?? [], year }, spanning);
    reading.items.push(...row.items);
    reading.doubts.push(...row.doubts);
  }
  return reading;
}

/**
 * Reads a plan document (工作方案) into sections, items and doubts. It knows no plan by heart: the forms it
 * believes are in `docs/plan-reading.md` (design: product.md, "Reading a plan document").
 */
import { partsOf, signatureFrom } from './attachments.ts';
import { believe, type Heading } from './believe.ts';
import { itemsOf } from './items.ts';
import { firstLeads } from './labels.ts';
import { KIND } from './marker.ts';
import { markersIn } from './markers.ts';
import { planTitle, planYear } from './plan-title.ts';
import type { Doubt, Item, PlanDocument, PlanReading } from './reading.ts';
import { withoutTitles } from './responsibility.ts';
import { type PlacedSection, sectionsOf } from './sections.ts';
import { readTaskTable } from './task-table.ts';
import { type PlanText, planText } from './text.ts';
import { continued } from './unwrap.ts';

/** The paragraphs as one text; where each table stands in it. */
function assemble(document: PlanDocument): { text: PlanText; tablesAt: number[] } {
  const lines = document.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
  const goesOn = continued(lines);
  const joined = new Set<number>();
  const tableLines: number[] = [];
  let length = 0;
  let line = 0;
  for (const block of document) {
    if (block.kind === 'table') tableLines.push(length);
    else {
      length += block.text.length;
      if (goesOn[line] === true) joined.add(length);
      length += 1;
      line += 1;
    }
  }
  const text = planText(lines.join('\n'), joined);
  return { text, tablesAt: tableLines.map((at) => text.indexOf(at)) };
}

/** A run of chapters: numbering that begins again with 一、 is another plan, or the notice that issues it. */
function runsOf(headings: readonly Heading[]): Heading[][] {
  const runs: Heading[][] = [];
  let chapters = 0;
  for (const heading of headings) {
    const chapter = heading.kind === KIND.chapter;
    const again = (chapter || heading.kind === KIND.division) && heading.n === 1 && chapters > 0;
    if (runs.length === 0 || again) runs.push([]);
    if (again || heading.kind === KIND.division) chapters = 0;
    if (chapter) chapters += 1;
    runs.at(-1)?.push(again ? { ...heading, outOfTurn: undefined } : heading);
  }
  return runs;
}

const doubtIf = (wrong: boolean, why: string): Doubt[] => (wrong ? [{ section: '', text: '', why }] : []);

/** No plan has more sections: what has is no plan, and is read in part. */
const MOST_SECTIONS = 2000;

/** The runs of sections of a document: of the plan, of the notice around it, of its attachments. */
function allRuns(text: PlanText): PlacedSection[][] {
  const markers = markersIn(text.norm);
  return partsOf(text.norm).flatMap(({ from, to, lists }) => {
    const own = markers.filter(
      ({ from: at }) => at >= from && at < to && !lists.some((list) => at > list.from && at < list.to),
    );
    const last = lists.find((list) => list.to >= to)?.from ?? to;
    const runs = runsOf(believe(text.norm, own));
    return runs.map((headings, i) => {
      const next = runs[i + 1]?.[0]?.from;
      const lastHeading = headings.at(-1)?.to ?? from;
      const end = next ?? signatureFrom(text.norm, lastHeading, last);
      return sectionsOf(text, headings.slice(0, MOST_SECTIONS), end);
    });
  });
}

/** The sections of the plan: the longest run. What else is numbered is named as a doubt. */
function planSections(text: PlanText): { sections: PlacedSection[]; doubts: Doubt[] } {
  const runs = allRuns(text);
  const plan = runs.reduce<PlacedSection[]>((best, run) => (run.length > best.length ? run : best), []);
  const left = runs.filter((run) => run !== plan && run.length > 1).flatMap((run) => run.slice(0, 1));
  return {
    sections: plan,
    doubts: [
      ...doubtIf(plan.length === MOST_SECTIONS, `章节太多，只读了前${MOST_SECTIONS}个`),
      ...left.map(({ from, to }) => ({
        section: '',
        text: text.quote(from, Math.min(to, from + 60)),
        why: '这一部分另起编号，当作通知或附件，没有读',
      })),
      ...plan.flatMap(({ number, title, outOfTurn }) =>
        outOfTurn === undefined ? [] : [{ section: number, text: title, why: outOfTurn }],
      ),
    ],
  };
}

interface TablesReading {
  items: Item[];
  doubts: Doubt[];
  /** For each table of the document, whether it is a task table. */
  isTaskTable: boolean[];
}

function readTables(document: PlanDocument, year: number | undefined): TablesReading {
  const tables = document.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
  const readings = tables.map((rows, i) => readTaskTable(rows, i + 1, year));
  return {
    isTaskTable: readings.map((reading) => reading !== undefined),
    items: readings.flatMap((reading) => reading?.items ?? []),
    doubts: readings.flatMap(
      (reading, i) =>
        reading?.doubts ?? [
          {
            section: `表${i + 1}`,
            text: (tables[i]?.[0] ?? []).join(' ').slice(0, 60),
            why: '表头里没有任务和单位、时限，没有当作任务表读',
          },
        ],
    ),
  };
}

/** Reads a plan document. Never throws; time grows in proportion to the text. */
export function readPlan(document: PlanDocument): PlanReading {
  const { text, tablesAt } = assemble(document);
  const { sections, doubts } = planSections(text);
  const title = planTitle(text, sections[0]?.from ?? text.norm.length);
  const year = planYear(title, text.norm);
  const masked = withoutTitles(text.norm);
  const tables = readTables(document, year);
  const taskTablesAt = tablesAt.filter((_, i) => tables.isTaskTable[i]);
  const read = itemsOf({ text, masked, year, firstLeads: firstLeads(text.norm) }, sections, taskTablesAt);
  const items = [...read.items, ...tables.items];
  return {
    title,
    sections: sections.map(({ number, title: words, level }) => ({ number, title: words, level })),
    items,
    deadlines: read.deadlines,
    doubts: [
      ...doubtIf(title === '', '没有读到方案的标题'),
      ...doubtIf(items.length === 0, '没有读到责任事项：找不到有编号的任务，也没有任务表'),
      ...doubts,
      ...read.doubts,
      ...tables.doubts,
    ],
  };
}

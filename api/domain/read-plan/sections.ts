/** The sections (章节) of a plan, from its believed headings: numbers like `四(二)4`, one to three levels. */
import type { Heading } from './believe.ts';
import { headingTitle } from './heading-title.ts';
import { KIND } from './marker.ts';
import type { Section } from './reading.ts';
import type { PlanText } from './text.ts';

/** A section with the range of the even text it takes up. */
export interface PlacedSection extends Section {
  from: number;
  /** Where the words begin, after the marker. */
  wordsFrom: number;
  /** Where its own words end: before its first subsection. */
  ownTo: number;
  /** Where it ends, its subsections included. */
  to: number;
  parent: PlacedSection | undefined;
  children: PlacedSection[];
  outOfTurn: string | undefined;
}

const DEEPEST = 3;
const HAN = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

const inHan = (n: number): string =>
  n < 10 ? (HAN[n] ?? '') : `${n < 20 ? '' : (HAN[Math.floor(n / 10)] ?? '')}十${HAN[n % 10] ?? ''}`;

function ownNumber({ kind, n, path }: Heading): string {
  if (path !== undefined) return path;
  switch (kind) {
    case KIND.division:
    case KIND.chapter:
      return inHan(n);
    case KIND.article:
      return `第${inHan(n)}条`;
    case KIND.part:
      return `(${inHan(n)})`;
    case KIND.point:
      return String(n);
    case KIND.subpoint:
      return `(${n})`;
    case KIND.circled:
      return String.fromCharCode('①'.charCodeAt(0) + n - 1);
  }
}

/** The number of a section whole: a decimal path (2.1) holds the numbers above it that belong to its outline. */
function wholeNumber(heading: Heading, ancestors: readonly Open[]): string {
  const { path } = heading;
  const outside =
    path === undefined
      ? ancestors.at(-1)
      : ancestors.findLast(({ heading: above }) => !path.startsWith(`${ownNumber(above)}.`));
  return `${outside?.section.number ?? ''}${ownNumber(heading)}`;
}

/** A level of the tree: three at the most, divisions apart. */
const levelOf = (depth: number): Section['level'] => (depth <= 1 ? 1 : depth === 2 ? 2 : 3);

/** A heading four levels deep is no section but part of the third; a division (第一部分) gathers three levels. */
const isTooDeep = (open: readonly Open[]): boolean =>
  open.length >= DEEPEST + (open[0]?.heading.kind === KIND.division ? 1 : 0);

interface Open {
  heading: Heading;
  section: PlacedSection;
}

function place(heading: Heading, ancestors: readonly Open[], to: number): PlacedSection {
  const parent = ancestors.at(-1)?.section;
  return {
    number: wholeNumber(heading, ancestors),
    title: '',
    level: levelOf(ancestors.length + 1),
    from: heading.from,
    wordsFrom: heading.to,
    ownTo: to,
    to,
    parent,
    children: [],
    outOfTurn: heading.outOfTurn,
  };
}

/** The sections in order, of a text that ends at `end`. */
export function sectionsOf(text: PlanText, headings: readonly Heading[], end: number): PlacedSection[] {
  const sections: PlacedSection[] = [];
  const open: Open[] = [];
  for (const heading of headings) {
    while ((open.at(-1)?.heading.kind ?? 0) >= heading.kind) open.pop();
    if (isTooDeep(open)) continue;
    const section = place(heading, open, end);
    for (const earlier of sections.slice(-1)) earlier.ownTo = Math.min(earlier.ownTo, heading.from);
    section.parent?.children.push(section);
    open.push({ heading, section });
    sections.push(section);
  }
  close(sections);
  for (const section of sections) {
    section.title = headingTitle(text, section.wordsFrom, section.ownTo, section.level === 1);
  }
  return sections;
}

/** A section ends where the next one begins that does not stand inside it. */
function close(sections: readonly PlacedSection[]): void {
  const ends = new Map<number, number>();
  for (const section of [...sections].reverse()) {
    const next = [...ends].filter(([level]) => level <= section.level).map(([, from]) => from);
    section.to = Math.max(Math.min(section.to, ...next), section.children.at(-1)?.to ?? 0);
    ends.set(section.level, section.from);
  }
}

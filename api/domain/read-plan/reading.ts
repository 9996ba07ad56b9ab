/**
 * What is read from a plan document (工作方案): the words of `docs/plan-reading.md`
 * (design: product.md, "Reading a plan document").
 */

/** One piece of a document: a paragraph, or a table as a full grid of cells (merged cells repeated). */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** A document in reading order, whatever file it came from. */
export type PlanDocument = readonly Block[];

/** A numbered section (章节): `四(二)4` with its heading, 1–3 levels deep. */
export interface Section {
  number: string;
  title: string;
  level: 1 | 2 | 3;
}

/** A calendar day by which something must be done (时限): month and day, with its sentence. */
export interface Deadline {
  date: string;
  text: string;
}

/** The step of a recurrence. */
export type Every = { months: number } | { weeks: number } | { days: number };

/** How often something must be done (频次), with its sentence. */
export interface Recurrence {
  every: Every;
  text: string;
}

/** An item (责任事项): the lowest numbered section, or table row, that gives somebody something to do. */
export interface Item {
  section: string;
  title: string;
  /** Leading units (牵头单位), as the plan names them without 街道 or 镇. */
  lead: string[];
  /** Supporting units (配合单位). */
  support: string[];
  deadlines: Deadline[];
  recurrences: Recurrence[];
  quote: string;
}

/** Something that could not be read, left out of the fields for a person to decide (存疑). */
export interface Doubt {
  section: string;
  text: string;
  why: string;
}

export interface PlanReading {
  title: string;
  sections: Section[];
  items: Item[];
  /** Deadlines of the plan as a whole: they stand in sections that are no items, such as the aims. */
  deadlines: (Deadline & { section: string })[];
  doubts: Doubt[];
}

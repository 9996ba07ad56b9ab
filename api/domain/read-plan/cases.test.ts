import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPlan } from './read-plan.ts';
import type { Item, PlanReading } from './reading.ts';
import { blocksOfLines } from './text-table.ts';

interface ExpectedItem {
  section: string;
  title?: string;
  lead?: string[];
  support?: string[];
  deadlines?: string[];
  recurrences?: unknown[];
}
interface Expected {
  title: string;
  sections: string[];
  items: ExpectedItem[];
  doubts?: string[];
}

const folder = new URL('./cases/', import.meta.url);
const names = readdirSync(folder).flatMap((file) => (file.endsWith('.txt') ? [file.slice(0, -4)] : []));

const textOf = (name: string): string => readFileSync(new URL(`${name}.txt`, folder), 'utf8');
const expectedOf = (name: string): Expected =>
  JSON.parse(readFileSync(new URL(`${name}.expected.json`, folder), 'utf8'));

/** What a case says of an item; a field it leaves out is empty, a title it leaves out is not looked at. */
const whole = (item: ExpectedItem) => ({ lead: [], support: [], deadlines: [], recurrences: [], ...item });

const shown = (item: Item, { title }: ExpectedItem) => ({
  section: item.section,
  ...(title === undefined ? {} : { title: item.title }),
  lead: item.lead,
  support: item.support,
  deadlines: item.deadlines.map(({ date }) => date),
  recurrences: item.recurrences.map(({ every }) => every),
});

test.each(names)('case %s is read as its expected fields say', (name) => {
  const reading: PlanReading = readPlan(blocksOfLines(textOf(name).split('\n')));
  const expected = expectedOf(name);
  expect(reading.title).toBe(expected.title);
  expect(reading.sections.map(({ number }) => number)).toEqual(expected.sections);
  const items = reading.items.map((item) =>
    shown(item, expected.items.find(({ section }) => section === item.section) ?? { section: '' }),
  );
  expect(items).toEqual(expected.items.map(whole));
  expect(reading.doubts.map(({ section }) => section)).toEqual(expect.arrayContaining(expected.doubts ?? []));
});

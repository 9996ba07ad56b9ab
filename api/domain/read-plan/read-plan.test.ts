import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlan } from './read-plan.ts';
import type { Block, Item } from './reading.ts';
import { blocksOfLines } from './text-table.ts';

const shipped = readFileSync(new URL('./cases/minors-protection.txt', import.meta.url), 'utf8');
const readText = (text: string) => readPlan(blocksOfLines(text.split('\n')));
const said = ({ section, lead, support, deadlines, recurrences }: Item) => ({
  section,
  lead,
  support,
  deadlines: deadlines.map(({ date }) => date),
  recurrences: recurrences.map(({ every }) => every),
});

describe('the plan the product ships with, whose line breaks are lost', () => {
  const reading = readText(shipped);
  const item = (section: string) => reading.items.find((each) => each.section === section);

  test('its 25 sections that give somebody something to do are items, its aims are none', () => {
    const numbers = (chapter: string, n: number) => Array.from({ length: n }, (_, i) => `${chapter}${i + 1}`);
    expect(reading.items.map(({ section }) => section)).toEqual([
      ...numbers('四(一)', 5),
      ...numbers('四(二)', 4),
      ...numbers('四(三)', 5),
      ...numbers('四(四)', 6),
      ...['一', '二', '三', '四', '五'].map((n) => `五(${n})`),
    ]);
  });

  test('the 19 sections that name a lead have it, the other six have none invented', () => {
    const leads = reading.items.map(({ lead }) => lead.join('、'));
    expect(leads).toEqual([
      ...['', '公共服务办', '公共服务办', '公共服务办', '政法委'],
      ...['公共服务办', '公共服务办', '政法委', '公共服务办'],
      ...['村(社)分管领导', '政法委、团委', '司法所', '卫生院', '中心校'],
      ...['人大办', '妇联', '中心校', '团委', '宣传办(网信办)', '司法所'],
      ...['', '', '', '', ''],
    ]);
    expect(reading.items.flatMap(({ support }) => support)).toEqual([]);
  });

  test('its frequencies stand with the sections that say them, each with its sentence', () => {
    const every = (section: string) => item(section)?.recurrences.map((recurrence) => recurrence.every);
    expect(every('四(一)2')).toEqual([{ months: 2 }, { months: 3 }]);
    expect(every('四(二)4')).toEqual([{ weeks: 1 }, { months: 1 }]);
    expect(item('四(一)2')?.recurrences[0]?.text).toContain('原则上每二月召开一次例会,至少每3个月召开一次');
  });

  test('the deadline in its aims is the plan’s own, of no item', () => {
    expect(reading.deadlines.map(({ section, date }) => [section, date])).toEqual([
      ['二', '06-30'],
      ['二', '12-31'],
    ]);
    expect(reading.items.flatMap(({ deadlines }) => deadlines)).toEqual([]);
  });

  test('line breaks put before its headings change nothing', () => {
    const broken = shipped.replace(
      /(?<=[。\n案求])(?=[一二三四五]、|\([一二三四五]\)|\d ?[.,]?(?:建立|制定|完善|全面))/gu,
      '\n',
    );
    expect(broken.split('\n').length).toBeGreaterThan(30);
    expect(readText(broken).items.map(said)).toEqual(reading.items.map(said));
    expect(readText(broken).sections.map(({ number }) => number)).toEqual(
      reading.sections.map(({ number }) => number),
    );
  });

  test('full-width digits, brackets and stray spaces change nothing', () => {
    const wide = shipped
      .replace(/\(/g, '（')
      .replace(/\)/g, '）')
      .replace(/,/g, '，')
      .replace(/(?<=[。体系])(\d)/gu, (digit) => ` ${String.fromCharCode(digit.charCodeAt(0) + 0xfee0)}　`);
    expect(readText(wide).items.map(said)).toEqual(reading.items.map(said));
  });
});

const fragment = fc.constantFrom(
  ...[
    '一、',
    '二、',
    '（一）',
    '(二)',
    '1.',
    '2 .',
    '3,',
    '4',
    '（1）',
    '工作目标',
    '主要任务',
    '。',
    '\n',
    '，',
    '、',
    '；',
    '：',
  ],
  ...[
    '由',
    '应急办',
    '派出所',
    '各村（社区）',
    '牵头',
    '负责',
    '配合',
    '会同',
    '责任单位：',
    '（牵头单位：',
    '）',
    '《',
    '》',
    '“',
    '”',
  ],
  ...[
    '6月30日前',
    '2026年',
    '年底',
    '至',
    '每月',
    '每',
    '3个月',
    '按周',
    '定期',
    '开展排查',
    '制定方案',
    '附件1',
    '附件：',
    '\t',
    '|',
  ],
  ...['序号\t工作任务\t责任单位\n', '１', '㈠', '①', '⑴', '　', '\u200b', '\ud83d', '𠮷'],
);
const text = fc.oneof(
  fc.array(fragment, { maxLength: 120 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc
    .tuple(fc.nat(shipped.length), fc.nat(400), fc.array(fragment, { maxLength: 6 }))
    .map(([at, length, pieces]) => pieces.join('') + shipped.slice(at, at + length) + pieces.join('')),
);

test('any text gives a reading whose quotes stand in the text', () => {
  fc.assert(
    fc.property(text, (given) => {
      const reading = readText(given);
      const numbers = new Set(reading.sections.map(({ number }) => number));
      const source = blocksOfLines(given.split('\n'))
        .map((block) =>
          block.kind === 'paragraph' ? block.text : block.rows.map((row) => row.join('\n')).join('\n'),
        )
        .join('\n');
      for (const item of reading.items) {
        expect(numbers.has(item.section) || /^表\d+\.\d+$/u.test(item.section)).toBe(true);
        expect(source).toContain(item.quote);
        for (const { text: sentence } of [...item.deadlines, ...item.recurrences])
          expect(source).toContain(sentence);
        for (const { date } of item.deadlines)
          expect(date).toMatch(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u);
        for (const name of item.lead) expect(item.support).not.toContain(name);
      }
    }),
    { numRuns: 400 },
  );
});

test('any blocks give a reading', () => {
  const cell = fc.oneof(fragment, fc.string({ maxLength: 12 }));
  const block: fc.Arbitrary<Block> = fc.oneof(
    text.map((words) => ({ kind: 'paragraph' as const, text: words })),
    fc
      .array(fc.array(cell, { maxLength: 5 }), { maxLength: 6 })
      .map((rows) => ({ kind: 'table' as const, rows })),
    fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 }).map((rows) => ({
      kind: 'table' as const,
      rows: [['工作任务', '责任单位', '完成时限'], ...rows],
    })),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (document) => {
      expect(
        readPlan(document).items.every(({ title, section }) => section !== '' && typeof title === 'string'),
      ).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test.each([
  ...[
    '1.甲\n',
    '(一)甲。',
    '由应急办牵头、',
    '6月、',
    '每月',
    '责任单位：甲、',
    '附件\n1.甲\n',
    '附件1：\n1.甲。\n',
    '((((',
    '《《',
  ],
  ...[
    '甲\t乙\t丙\n',
    '1.任务\n序号\t任务\t责任单位\n',
    '会同甲局、',
    '一、',
    '1',
    '甲，',
    '“',
    '【责任单位】',
    '2026年',
    '甲 ',
    '1.1甲\n1.2乙\n',
    '第一条甲。',
    '①甲\n',
  ],
])('a megabyte of %j is read to the end', (piece) => {
  const long = piece.repeat(Math.ceil(2 ** 20 / (3 * piece.length)));
  expect(() => readText(`一、任务\n（一）任务${long}`)).not.toThrow();
  expect(() => readText(long)).not.toThrow();
});

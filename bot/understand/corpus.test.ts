import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlanJson } from '../../api/domain/plan/plan-file.ts';
import { day } from '../../api/domain/time/day.ts';
import { openTasksOf, type Synonyms } from './command.ts';
import type { Hearing, Intent } from './intent.ts';
import { understand } from './understand.ts';

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const read = readPlanJson(json('../../db/builtin/plan.json'));
if (!read.ok) throw new Error('the built-in plan is faulty');
const synonyms = json('../../db/builtin/synonyms.json') as Synonyms;

interface Labelled {
  unit: string;
  where: Hearing['where'];
  text: string;
  expect: Record<string, unknown> & { intent: string };
}

const corpus = (name: string): Labelled[] =>
  readFileSync(new URL(`./corpus/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

const tasks = new Map<string, NonNullable<ReturnType<typeof openTasksOf>>>();
function hearing(unit: string, where: Hearing['where']): Hearing {
  const open =
    tasks.get(unit) ??
    openTasksOf(read.ok ? read.plan : { departments: [], items: [] }, synonyms, unit, 2026);
  if (open === undefined) throw new Error(`nobody is called ${unit}`);
  tasks.set(unit, open);
  return { unit, tasks: open, where, mentioned: false, today: day('2026-06-22'), questionOpen: false };
}

const hear = ({ unit, where, text }: Pick<Labelled, 'unit' | 'where' | 'text'>): Intent =>
  understand(text, hearing(unit, where));

/** Of the intent, the fields that the label speaks of. */
function labelled(got: unknown, label: unknown): unknown {
  if (Array.isArray(label) && Array.isArray(got)) {
    return got.map((each, n) => labelled(each, label[n] ?? label[0]));
  }
  if (typeof label !== 'object' || label === null || typeof got !== 'object' || got === null) return got;
  return Object.fromEntries(
    Object.keys(label).map((key) => [key, labelled(Reflect.get(got, key), Reflect.get(label, key))]),
  );
}

describe('the examples of the design', () => {
  test.each(corpus('shared'))('$unit: $text', (message) => {
    expect(labelled(hear(message), message.expect)).toEqual(message.expect);
  });
});

describe.each(['develop', 'measure'])('the %s corpus', (name) => {
  const messages = corpus(name);
  test('records nothing that was no report', () => {
    const chatter = messages.filter((message) => message.expect.intent === 'none');
    expect(chatter.filter((message) => hear(message).intent !== 'none').map(({ text }) => text)).toEqual([]);
  });

  test('takes at least 97 of 100 others as they were meant, in every field', () => {
    const meant = messages.filter((message) => message.expect.intent !== 'none');
    const right = meant.filter(
      (message) => JSON.stringify(labelled(hear(message), message.expect)) === JSON.stringify(message.expect),
    );
    expect(right.length / meant.length).toBeGreaterThanOrEqual(0.97);
  });
});

describe('any text', () => {
  const where = fc.constantFrom<Hearing['where']>('group', 'private');
  const pieces = corpus('develop').map(({ text }) => text);
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(fc.constantFrom(...pieces, '2.1-3', '80%', '已完成', '，', '。', '\n'), { maxLength: 4 })
      .map((each) => each.join('')),
  );

  test('has an intent, with figures within their bounds', () => {
    fc.assert(
      fc.property(text, where, (said, place) => {
        const intent = understand(said, hearing('示例一村', place));
        if (intent.intent !== 'progress') return;
        expect(intent.updates.length).toBeGreaterThan(0);
        for (const { task, candidates, percent, count, done } of intent.updates) {
          expect(percent === null || (Number.isInteger(percent) && percent >= 0 && percent <= 100)).toBe(
            true,
          );
          expect(count === null || count >= 0).toBe(true);
          if (done) expect(percent).toBe(100);
          expect(task === null).toBe(candidates !== undefined);
        }
      }),
    );
  });

  test.each(['1', '2.1-3 ', '已完成，', '「', '12户走访了9户', '如果', '一'])(
    'of 100 KB of %j comes to an end',
    (piece) => {
      const long = piece.repeat(Math.ceil(100_000 / piece.length));
      expect(understand(long, hearing('示例一村', 'private')).intent).toEqual(expect.any(String));
    },
  );
});

describe('a report stays what it is', () => {
  const reports = [
    '2.1-3 已完成',
    '2.1-1完成80%',
    '儿童之家建了八成了',
    '橙色等级的12户走访了9户',
    '3.2-1预计6月28日完成',
  ];
  const dressed: readonly (readonly [string, (text: string) => string])[] = [
    ['with politeness', (text) => `各位领导好，${text}，谢谢！`],
    ['with emoji', (text) => `${text}[强]👍`],
    ['with a mention of the bot', (text) => `@督办助手 ${text}`],
    [
      'in full-width figures',
      (text) => text.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)),
    ],
  ];
  const figures = (text: string) => {
    const intent = hear({ unit: '示例一村', where: 'group', text });
    return intent.intent === 'progress' ? intent.updates.map(({ note: _, ...update }) => update) : intent;
  };
  test.each(dressed)('%s', (_, dress) => {
    for (const report of reports) expect(figures(dress(report)), report).toEqual(figures(report));
  });
});

test('a number answers only while a question is open', () => {
  const asked = { ...hearing('示例一村', 'private'), questionOpen: true };
  expect(understand('2', asked)).toEqual({ intent: 'choose', option: 2 });
  expect(understand('2', { ...asked, questionOpen: false })).toEqual({ intent: 'none' });
});

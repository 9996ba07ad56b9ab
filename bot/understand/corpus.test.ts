import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { corpus, figuresOf, hear, hearing, type Labelled, labelled } from '../testing/corpus.ts';
import type { Hearing } from './intent.ts';
import { understand } from './understand.ts';

describe('the examples of the design', () => {
  test.each(corpus('shared'))('$unit: $text', (message) => {
    expect(labelled(hear(message), message.expect)).toEqual(message.expect);
  });
});

describe.each(['develop', 'measure'] as const)('the %s corpus', (name) => {
  const { taken, meant, missed } = figuresOf(corpus(name));
  const texts = (messages: readonly Labelled[]) => messages.map(({ text }) => text);

  test('records nothing that was no report', () => {
    expect(texts(taken)).toEqual([]);
  });

  test('takes at least 97 of 100 others as they were meant, in every field', () => {
    expect(missed.length / meant, texts(missed).join('\n')).toBeLessThanOrEqual(0.03);
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

  test.each([
    '1',
    '2.1-3 ',
    '已完成，',
    '「',
    '12户走访了9户',
    '如果',
    '一',
    '@',
    '[',
    '台账',
    '预计',
    '已经',
    '示例一村',
  ])('of 1 MB of %j comes to an end', (piece) => {
    const long = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(understand(long, hearing('示例一村', 'private')).intent).toEqual(expect.any(String));
  });
});

describe('a message stays what it is', () => {
  /** All that a message says, without the words it was said in. */
  const meaning = (message: Pick<Labelled, 'unit' | 'where'>, text: string): string =>
    JSON.stringify(hear({ ...message, text }), (key, value: unknown) =>
      ['note', 'reason', 'candidates'].includes(key) ? undefined : value,
    );
  const messages = corpus('develop').filter(
    ({ text, asked, expect: { intent } }) =>
      ['progress', 'none'].includes(intent) && !text.startsWith('「') && asked !== true,
  );
  const reports = messages.filter(
    (message) => message.expect.intent === 'progress' && hear(message).intent === 'progress',
  );
  const changed = (among: readonly Labelled[], dress: (text: string) => string): string[] =>
    among
      .filter((message) => meaning(message, message.text) !== meaning(message, dress(message.text)))
      .map(({ text }) => dress(text));

  test.each<readonly [string, (text: string) => string]>([
    ['a greeting', (text) => `各位领导好，${text}`],
    ['thanks', (text) => `${text}，谢谢！`],
    ['a request to look', (text) => `${text}，请领导审核。`],
    ['a frame', (text) => `报告领导：${text}`],
    ['an excuse', (text) => `不好意思回复晚了，${text}`],
    ['emoji', (text) => `${text}[强]👍`],
  ])('with %s', (_, dress) => {
    expect(changed(messages, dress)).toEqual([]);
  });

  test('with a mention of the bot, or in full-width figures, where it is a report', () => {
    expect(changed(reports, (text) => `@督办助手 ${text}`)).toEqual([]);
    const wide = (figure: string): string => String.fromCharCode(figure.charCodeAt(0) + 0xfee0);
    expect(changed(reports, (text) => text.replaceAll(/[0-9]/g, wide))).toEqual([]);
  });
});

describe('a plan without synonyms', () => {
  const titles = ['成立护林防火队伍', '签订森林防火责任书', '开展野外用火巡查'];
  const tasks = titles.map((title, at) => ({
    code: `1.1-${at + 1}`,
    title,
    measure: 'percent' as const,
    dueOn: null,
    synonyms: [],
  }));
  const heardAs = (text: string) => understand(text, { ...hearing('示例一村', 'group'), tasks, units: [] });

  test.each([
    ['防火责任书签了八成', { task: '1.1-2', percent: 80 }],
    ['护林队伍成立了', { task: '1.1-1', done: true }],
    ['野外用火巡查开展了3次', { task: '1.1-3', count: 3 }],
  ])('is heard by its titles: %s', (text, update) => {
    expect(heardAs(text)).toMatchObject({ intent: 'progress', updates: [update] });
  });

  test.each(['台账更新完了', '防溺水巡查完成', '医保缴费完成98%'])('%s is none of it', (text) => {
    expect(heardAs(text)).toEqual({ intent: 'none' });
  });
});

test('a number answers only while a question is open', () => {
  const asked = { ...hearing('示例一村', 'private'), questionOpen: true };
  expect(understand('2', asked)).toEqual({ intent: 'choose', option: 2 });
  expect(understand('2', { ...asked, questionOpen: false })).toEqual({ intent: 'none' });
});

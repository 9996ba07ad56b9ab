import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../api/domain/time/day.ts';
import { corpus, figuresOf, heardAs, hearing, type Labelled, labelled } from '../testing/corpus.ts';
import type { Hearing } from './intent.ts';
import { understand } from './understand.ts';

describe('the examples of the design', () => {
  test.each(corpus('shared'))('$unit: $text', (message) => {
    expect(labelled(heardAs(message), message.expect)).toEqual(message.expect);
  });
});

describe.each(['develop', 'measure'] as const)('the %s corpus', (name) => {
  const { taken, meant, missed } = figuresOf(corpus(name));
  /** What is measured is not looked at, or it is measured no more. */
  const shown = name === 'measure' ? [] : [...taken, ...missed].map(({ text }) => text);

  test('records nothing that was no report', () => {
    expect(taken.length, shown.join('\n')).toBe(0);
  });

  test('takes at least 97 of 100 others as they were meant, in every field', () => {
    expect(missed.length / meant, shown.join('\n')).toBeLessThanOrEqual(0.03);
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
    '嗯',
    '，',
    '改为',
    '明天',
    '收到',
    '不是',
  ])('of 1 MB of %j comes to an end', (piece) => {
    const long = piece.repeat(Math.ceil(1_000_000 / piece.length));
    expect(understand(long, hearing('示例一村', 'private')).intent).toEqual(expect.any(String));
  });
});

describe('a message stays what it is', () => {
  /** All that a message says, without the words it was said in. */
  const meaning = (message: Pick<Labelled, 'unit' | 'where'>, text: string): string =>
    JSON.stringify(heardAs({ ...message, text }), (key, value: unknown) =>
      ['note', 'reason', 'candidates'].includes(key) ? undefined : value,
    );
  const messages = corpus('develop').filter(
    ({ text, asked, expect: { intent } }) =>
      ['progress', 'none'].includes(intent) && !text.startsWith('「') && asked !== true,
  );
  const reports = messages.filter(
    (message) => message.expect.intent === 'progress' && heardAs(message).intent === 'progress',
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
    code: `10.1-${at + 1}`,
    title,
    measure: 'percent' as const,
    dueOn: null,
    synonyms: [],
  }));
  const inPlan = (text: string, where: Hearing['where'] = 'group') =>
    understand(text, { ...hearing('示例一村', where), tasks, units: [] });

  test.each([
    ['防火责任书签了八成', { task: '10.1-2', percent: 80 }],
    ['护林队伍成立了', { task: '10.1-1', done: true }],
    ['野外用火巡查开展了3次', { task: '10.1-3', count: 3 }],
    ['10.1-2已完成', { task: '10.1-2', done: true }],
    ['10.1-3预计7月5日完成', { task: '10.1-3', done: false, until: '2026-07-05' }],
    ['野外用火巡查12个组跑了9个', { task: '10.1-3', percent: 75, count: 9 }],
  ])('is heard by its titles and codes: %s', (text, update) => {
    expect(inPlan(text)).toMatchObject({ intent: 'progress', updates: [update] });
  });

  test('is reported on in one message for several of its tasks', () => {
    expect(inPlan('10.1-1完成，10.1-2完成80%')).toMatchObject({
      updates: [
        { task: '10.1-1', done: true },
        { task: '10.1-2', percent: 80, done: false },
      ],
    });
  });

  test('is asked about', () => {
    expect(inPlan('防火任务还有哪些没做', 'private')).toMatchObject({ intent: 'query', about: 'mine' });
    expect(inPlan('10.1-2什么时候到期')).toEqual({ intent: 'query', about: 'task', task: '10.1-2' });
  });

  test.each(['台账更新完了', '防溺水巡查完成', '医保缴费完成98%'])('%s is none of it', (text) => {
    expect(inPlan(text)).toEqual({ intent: 'none' });
  });
});

describe('on any day of the year', () => {
  const said = (today: string, text: string) =>
    understand(text, { ...hearing('示例一村', 'group'), today: day(today) });

  test.each([
    ['2026-12-20', '2.1-3 1月5号前更新完', { done: false, until: '2027-01-05' }],
    ['2026-12-20', '2.1-3 18号已经更新', { done: true, until: null }],
    ['2026-12-31', '3.1-2预计元旦后10天内建成', { done: false }],
    ['2026-02-27', '2.1-1 月底弄完', { done: false, until: '2026-02-28' }],
    ['2026-11-20', '3.1-2明年3月1号建成', { done: false, until: '2027-03-01' }],
    ['2026-06-22', '3.1-2 10月完成', { done: false, until: null }],
    ['2026-10-22', '2.1-3 10月的更新完了', { done: true, until: null }],
    ['2026-06-22', '3.1-1 06-25前完成', { done: false, until: '2026-06-25' }],
    ['2026-06-22', '经过半个月入户，2.1-1已经全部完成', { done: true, until: null }],
    ['2026-06-22', '3.1-2三季度完成', { done: false, until: null }],
    ['2026-09-22', '5.4-3三季度的宣传完成了', { done: true, until: null }],
  ])('said on %s: %s', (today, text, update) => {
    expect(said(today, text)).toMatchObject({ intent: 'progress', updates: [update] });
  });
});

/** What is left of a message without marks, codes and figures: two of one mould are one for learning. */
const mouldOf = ({ text }: Labelled): string => text.replaceAll(/[\p{P}\p{S}\s]|\d+/gu, '');
/** Shorter than this, everybody says the same. */
const OWN_WORDS = 6;

test('no message of `measure` stands in what was learned from', () => {
  const learnedFrom = new Set(corpus('develop').map(mouldOf));
  const known = corpus('measure').filter(
    (message) => mouldOf(message).length >= OWN_WORDS && learnedFrom.has(mouldOf(message)),
  );
  expect(known.length).toBe(0);
});

test.each(['5.1-2什么时候到期', '绑定 482913', '我们村排第几'])(
  '%s, said to somebody else, is none',
  (text) => {
    expect(understand(`@王主任 ${text}`, hearing('示例一村', 'group'))).toEqual({ intent: 'none' });
    expect(understand(`@督办助手 ${text}`, hearing('示例一村', 'group')).intent).not.toBe('none');
  },
);

test('a number answers only while a question is open', () => {
  const asked = { ...hearing('示例一村', 'private'), questionOpen: true };
  expect(understand('2', asked)).toEqual({ intent: 'choose', option: 2 });
  expect(understand('2', { ...asked, questionOpen: false })).toEqual({ intent: 'none' });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MOST_PASTED, readPaste } from './read-paste.ts';

/** Wednesday 24 June 2026, 17:00 in China. */
const NOW = new Date('2026-06-24T09:00:00Z');
const read = (text: string) => {
  const reading = readPaste(text, NOW);
  if ('fault' in reading) return reading.fault;
  return reading.messages.map(({ name, at, text: words }) => [name, at.toISOString().slice(0, 19), words]);
};

const CASES: [string, string, [string, string, string][]][] = [
  [
    'name, time and words on lines of their own',
    '甲联络员\n2026/6/24 9:01\n2.1-3 已完成\n\n乙联络员\n2026-06-24 09:02:33\n收到',
    [
      ['甲联络员', '2026-06-24T01:01:00', '2.1-3 已完成'],
      ['乙联络员', '2026-06-24T01:02:33', '收到'],
    ],
  ],
  [
    'name and time on one line, words over several',
    '甲 联络员 2026/6/24 9:01\n2.1-3 已完成\n进度：100%\n\n台账附后\n乙联络员 6月23日 下午2:05\n收到',
    [
      ['甲 联络员', '2026-06-24T01:01:00', '2.1-3 已完成\n进度：100%\n\n台账附后'],
      ['乙联络员', '2026-06-23T06:05:00', '收到'],
    ],
  ],
  [
    'names with a colon under a heading of the day',
    '—— 6月23日 ——\n甲联络员：2.1-3 已完成\n乙联络员: 收到\n昨天 14:20\n丙联络员：\n完成80%',
    [
      ['甲联络员', '2026-06-22T16:00:00', '2.1-3 已完成'],
      ['乙联络员', '2026-06-22T16:00:00', '收到'],
      ['丙联络员', '2026-06-23T06:20:00', '完成80%'],
    ],
  ],
  ['a name with a colon and no day', '甲联络员：完成80%', [['甲联络员', '2026-06-23T16:00:00', '完成80%']]],
  ['a day of the week is the last one', '甲 星期五 上午9:01\n好', [['甲', '2026-06-19T01:01:00', '好']]],
  ['a day without a year is not to come', '甲 12-31 9:01\n好', [['甲', '2025-12-31T01:01:00', '好']]],
  [
    'what the application says itself is left out',
    '甲 9:01\n好\n"乙"撤回了一条消息\n"丙"邀请"丁"加入了群聊\n再见',
    [['甲', '2026-06-24T01:01:00', '好\n再见']],
  ],
];

test.each(CASES)('%s', (_, text, messages) => {
  expect(read(text)).toEqual(messages);
});

test.each([
  ['empty', ' \n\n'],
  ['noMessages', '今天天气不错\n明天开会'],
  ['noMessages', '甲 9:01\n'],
  ['tooMany', '甲：好\n'.repeat(MOST_PASTED + 1)],
])('%s', (fault, text) => {
  expect(read(text)).toBe(fault);
});

test('any text is read or is one of the faults; no message is empty, unnamed or out of time', () => {
  const piece = fc.oneof(
    fc.constantFrom('甲', '：', ':', '\n', ' ', '9:01', '昨天 14:20', '—— 6月24日 ——', '2026/6/24', '\r\n'),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const reading = readPaste(pieces.join(''), NOW);
      if ('fault' in reading) return;
      for (const { name, at, text } of reading.messages) {
        expect(name.length).toBeGreaterThan(0);
        expect(text.trim()).not.toBe('');
        expect(at.getTime()).not.toBeNaN();
      }
    }),
    { numRuns: 60 },
  );
});

test.each(['a', '甲 ', '：', '\n', '9:', '甲 9:01\n'])('a megabyte of %j is read', (part) => {
  expect(readPaste(part.repeat(1_000_000 / part.length), NOW)).toBeDefined();
});

import { describe, expect, test } from 'vitest';
import { hearing } from '../testing/corpus.ts';
import { guess } from './guess.ts';
import { understand } from './understand.ts';

const private_ = hearing('示例一村', 'private');

describe('what is not sure is asked about, and never recorded', () => {
  test('a claim in words that no task knows', () => {
    expect(understand('登记簿完成80%', private_)).toMatchObject({ intent: 'none' });
    expect(guess('登记簿完成80%', private_)).toMatchObject({ task: null, percent: 80 });
  });

  test('with the likely tasks, five at most', () => {
    expect(guess('登记簿完成80%', private_)?.candidates?.length).toBe(5);
  });

  test.each(['今天下雨', '登记簿弄好没有？', '请各村抓紧完成登记簿80%', '登记簿9月再说'])(
    '%s claims nothing',
    (text) => {
      expect(guess(text, private_)).toBeNull();
    },
  );
});

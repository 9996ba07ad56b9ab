import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countOf, figuresInTurn, percentOf, shareOf } from './figures.ts';

const unit = fc.constantFrom('户', '份', '所', '人', '件', '对');
/** So many of so many, as people say it. */
const FORMS: readonly ((part: number, whole: number, unit: string) => string)[] = [
  (part, whole, of) => `${whole}${of}走访了${part}${of}`,
  (part, whole, of) => `共${whole}${of}，已走访${part}${of}`,
  (part, whole, of) => `走访${part}${of}，共${whole}${of}`,
  (part, whole, of) => `应走访${whole}${of}，实际走访${part}${of}`,
  (part, whole, of) => `${whole}${of}里走了${part}${of}`,
  (part, whole, of) => `${whole}${of}走访${part}${of}，还剩几${of}没走`,
  (part, whole) => `${part}/${whole}`,
];

describe('so many of so many', () => {
  test('is heard in whatever order it is said', () => {
    const said = fc.record({
      whole: fc.integer({ min: 2, max: 999 }),
      share: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      unit,
      form: fc.constantFrom(...FORMS),
    });
    fc.assert(
      fc.property(said, ({ whole, share, unit: of, form }) => {
        const part = Math.max(1, Math.floor(whole * share));
        expect(countOf(form(part, whole, of))).toEqual({ part, whole });
      }),
    );
  });

  test.each([
    ['又建了6份，累计24份', { part: 24, whole: null }],
    ['加上今天的5份，建满20份了', { part: 20, whole: null }],
    ['报的2次有误，实际1次', { part: 1, whole: null }],
    ['10户走访了8户，不对，是9户', { part: 9, whole: 10 }],
    ['走访了5户，说错了，3户', { part: 3, whole: null }],
    ['建档的5家已辅导4家', { part: 4, whole: 5 }],
    ['入职审查37家完成28家', { part: 28, whole: 37 }],
    ['昨天和今天各去一次，共2次', { part: 2, whole: null }],
    ['20所学校到位16所', { part: 16, whole: 20 }],
    ['应建45，已建36', { part: 36, whole: 45 }],
    ['12个组跑了9个', { part: 9, whole: 12 }],
    ['办了2场，中学一场、职校一场', { part: 2, whole: null }],
    ['还差3份', null],
    ['新增2人，减少1人', null],
    ['一户一档，一起报', null],
    ['3个月，第2场', null],
  ])('%s', (text, count) => {
    expect(countOf(text)).toEqual(count);
  });

  test('is a whole per cent, half up', () => {
    expect(shareOf({ part: 1, whole: 8 })).toBe(13);
    expect(shareOf({ part: 10, whole: 12 })).toBe(83);
  });

  test('is 100 for all of them alone: 100 means finished', () => {
    expect(shareOf({ part: 299, whole: 300 })).toBe(99);
    expect(shareOf({ part: 300, whole: 300 })).toBe(100);
  });
});

describe('figures in turn', () => {
  test.each([
    ['分别完成80%、90%', ['80%', '90%']],
    ['分别完成百分之八十、九十', ['80%', '90%']],
    ['分别是80、70和60%', ['80%', '70%', '60%']],
    ['分别走访了5户和8户', ['5户', '8户']],
    ['分别完成', []],
  ])('%s', (text, figures) => {
    expect(figuresInTurn(text)).toEqual(figures);
  });
});

describe('a share', () => {
  test('is the same in figures and in words', () => {
    const tens = '一二三四五六七八九';
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (ten, one) => {
        const figure = 10 * ten + one;
        const word = (n: number): string => tens.charAt(n - 1);
        expect(percentOf(`完成${figure}%`)).toBe(figure);
        expect(percentOf(`完成${word(ten)}成${word(one)}`)).toBe(figure);
        expect(percentOf(`完成百分之${word(ten)}十${word(one)}`)).toBe(figure);
      }),
    );
  });

  test.each([
    ['由60%提高到80%', 80],
    ['达到92%，比上周多了12%', 92],
    ['目标100%，目前63%', 63],
    ['是85%不是95%', 85],
    ['上回报的是百分之二十，这回百分之三十五', 35],
    ['走了三分之二', 67],
    ['做了一半', 50],
    ['完成87.5%', 88],
    ['完成99.6%', 99],
    ['完成100.0%', 100],
    ['还差20%', null],
    ['预计月底达到100%', null],
  ])('%s', (text, share) => {
    expect(percentOf(text)).toBe(share);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day, firstDayOfMonth, partsOf, weekdayOf } from './day.ts';
import { publishedYear } from './published-years.ts';
import { readArrangement } from './read-arrangement.ts';

/** The arrangements as the State Council's office published them. */
const PUBLISHED: Readonly<Record<number, string>> = {
  2024: `一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。`,
  2025: `一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
  2026: `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
};

/** Every day of a year as the text and the weekends make it. */
function workingBy(text: string, year: number): boolean[] {
  const { days, doubts } = readArrangement(text, year);
  expect(doubts).toEqual([]);
  const working: boolean[] = [];
  for (let each = firstDayOfMonth(year, 1); partsOf(each).year === year; each = addDays(each, 1)) {
    const said = days.get(each);
    working.push(said === undefined ? weekdayOf(each) <= 5 : said === 'work');
  }
  return working;
}

test.each(Object.entries(PUBLISHED))('the text of %s says what the package has', (year, text) => {
  expect(workingBy(text, Number(year))).toEqual(publishedYear(Number(year)).working);
});

test('a stretch may begin in the year before', () => {
  const { days } = readArrangement('一、元旦：2022年12月31日至2023年1月2日放假调休，共3天。', 2023);
  expect([...days]).toEqual([
    ['2022-12-31', 'rest'],
    ['2023-01-01', 'rest'],
    ['2023-01-02', 'rest'],
  ]);
});

test('what names days but cannot be read is named, not guessed', () => {
  const read = (text: string) => readArrangement(text, 2027);
  expect(read('2月30日放假。').doubts).toEqual(['2月30日放假']);
  expect(read('春节：2月5日至6月30日放假。').doubts).toEqual(['春节：2月5日至6月30日放假']);
  expect(read('鼓励各单位结合带薪年休假安排职工休息。')).toMatchObject({ doubts: [] });
  expect(read('鼓励各单位结合带薪年休假安排职工休息。').days.size).toBe(0);
  expect(read('10月9日（周六）上班。').days.get(day('2027-10-09'))).toBe('work');
});

test('whatever is pasted, it reads without a hang', () => {
  const parts = fc.constantFrom(
    '1月',
    '31日',
    '至',
    '（',
    '）',
    '放假',
    '上班',
    '。',
    '2026年',
    '99日',
    '、',
    'x',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 300 }), (words) => {
      const { days } = readArrangement(words.join(''), 2026);
      expect(days.size).toBeLessThanOrEqual(300 * 15);
    }),
  );
  expect(readArrangement('（1月1日'.repeat(200_000), 2026).days.size).toBe(0);
});

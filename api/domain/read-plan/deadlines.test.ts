import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deadlinesIn, deadlinesInLimit } from './deadlines.ts';
import { planText } from './text.ts';

const YEAR = 2026;
const dates = (sentence: string, year: number | undefined = YEAR) =>
  deadlinesIn(planText(sentence).norm, year).deadlines.map(({ date }) => date);
const doubts = (sentence: string) => deadlinesIn(planText(sentence).norm, YEAR).unread.map(({ why }) => why);

test.each([
  ['务必于 2026 年 ６ 月 30 日 18:00 前上报。', '06-30'],
  ['6月30日（星期二）前完成。', '06-30'],
  ['十二月三十一日前，六月底前', '12-31 06-30'],
  ['二〇二六年九月三十日前竣工', '09-30'],
  ['20xx年6月30日之前的目标任务是', '06-30'],
  ['力争12月底前实现全覆盖', '12-31'],
  ['今年年底前建成；2027年3月底前总结', '12-31 03-31'],
  ['次年1月15日前报送总结', '01-15'],
  ['2026年三季度末完成，上半年完成首期', '09-30 06-30'],
  ['5月中旬、9月底前各完成一轮', '05-20 09-30'],
  ['不迟于8月15日；最迟9月1日完成', '08-15 09-01'],
  ['2026年12月31日24时止', '12-31'],
  ['6月30日、12月31日前分别报送半年、全年总结', '06-30 12-31'],
  ['5月、10月底前分别报送', '05-31 10-31'],
  ['年内完成', '12-31'],
  ['6.30前完成自查，年终前完成整改', '06-30 12-31'],
  ['10月15日为最后期限', '10-15'],
])('a day by which something must be done: %s', (sentence, expected) => {
  expect(dates(sentence).join(' ')).toBe(expected);
});

test.each([
  ['（3月15日—4月30日）', '04-30'],
  ['自2026年3月1日至2026年5月31日开展', '05-31'],
  ['4月1日至15日为自查阶段', '04-15'],
  ['3-5月开展排查，6月—9月集中整治', '05-31 09-30'],
  ['3月上旬至4月中旬', '04-20'],
  ['2026.4.1—2026.6.30', '06-30'],
  ['20xx年6月至年底的目标任务', '12-31'],
  ['11月至次年2月', '02-28'],
])('of a range the end: %s', (sentence, expected) => {
  expect(dates(sentence).join(' ')).toBe(expected);
});

test.each([
  '收到通知之日起7日内整改完毕，30日内验收。',
  '于每月5日前报送，每季度首月10日前汇总，每年12月10日前总结。',
  '每半年（6月、12月底前）报送一次。',
  '截至2025年12月底，已建成站点12个。',
  '2025年6月30日前完成。',
  '2019年12月31日前建成的自建房',
  '示街办发〔2026〕12号',
  '示例街道办事处2026年3月12日',
  '根据2026年2月28日专题会议精神',
  '6月5日世界环境日开展宣传，6月15日前后召开推进会。',
  '自2026年9月1日起施行。',
  '增长6.3个百分点，1.2前期准备，年终考核',
  '以2025年底为基数，作为年底评优依据。',
  '会前3日报送材料，3个月内完成，每3年一次',
])('no deadline: %s', (sentence) => {
  expect(dates(sentence)).toEqual([]);
});

test.each([
  ['6月前完成选址', '“…月前”没有写明是月初还是月底'],
  ['2月30日前完成', '日历上没有“2月30日”'],
  ['国庆节前完成亮化', '“国庆节前”没有写明是哪一天'],
  ['6月15日召开动员大会', '写了日期，没有写明是不是完成时限'],
  ['汛期（5月1日至9月30日）巡查', '这是季节或时段，没有写明是不是完成时限'],
  ['第二季度开展整治', '只写了月份或季度，没有写明哪一天'],
])('a doubt: %s', (sentence, why) => {
  expect([dates(sentence), doubts(sentence)]).toEqual([[], [why]]);
});

test('the last day of February is that of the year, where it is known', () => {
  expect([dates('2月底前', 2028), dates('2月底前', 2026), dates('2028年2月底前')]).toEqual([
    ['02-29'],
    ['02-28'],
    ['02-29'],
  ]);
});

test('in a column of time limits a month is its last day', () => {
  const limit = (value: string) =>
    deadlinesInLimit(planText(value).norm, YEAR).deadlines.map(({ date }) => date);
  expect(limit('2026年6月')).toEqual(['06-30']);
  expect(limit('2026-04-15')).toEqual(['04-15']);
  expect(limit('2026-06')).toEqual(['06-30']);
  expect(limit('4月启动，10月完成')).toEqual(['10-31']);
  expect(limit('启动时间：3月1日，完成时间：6月30日')).toEqual(['06-30']);
  expect(limit('第三季度')).toEqual(['09-30']);
  expect(limit('长期坚持')).toEqual([]);
  expect(limit('每月5日')).toEqual([]);
});

test('every day of the year is read however its spaces and digits are written', () => {
  const wide = (n: number) =>
    [...String(n)].map((d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0)).join('');
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
      fc.boolean(),
      fc.constantFrom('', ' ', '　'),
      (month, day, full, space) => {
        const shown = (n: number) => (full ? wide(n) : String(n));
        const text = `请于${shown(month)}${space}月${space}${shown(day)}${space}日前完成`;
        expect(dates(text)).toEqual([`${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`]);
      },
    ),
  );
});

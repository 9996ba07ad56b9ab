import { expect, test } from 'vitest';
import { recurrencesIn } from './recurrences.ts';
import { planText } from './text.ts';

const steps = (sentence: string) =>
  recurrencesIn(planText(sentence).norm)
    .recurrences.map(({ every }) => Object.entries(every).flat().join(' '))
    .join(', ');

test.each([
  ['原则上每二月召开一次例会,至少每3个月召开一次', 'months 2, months 3'],
  ['按周开展走访；每月进行走访', 'weeks 1, months 1'],
  ['每季度至少一次，每半年一次，每年不少于2次', 'months 3, months 6, months 12'],
  ['每两周、每十天、每半月、每旬', 'weeks 2, days 10, days 15, days 10'],
  ['每个月、每两个月、每双月、每６个月', 'months 1, months 2, months 2, months 6'],
  ['于每月25日前报送，每季度首月10日前汇总', 'months 1, months 3'],
  ['按季度通报，逐月清零，逐年制定方案', 'months 3, months 1, months 12'],
  ['一周一调度、半月一通报、一季一考核', 'weeks 1, days 15, months 3'],
  ['实行日报告、周研判、月通报制度', 'days 1, weeks 1, months 1'],
  ['1次/周，2次/月，1次/季度', 'weeks 1, months 1, months 3'],
  ['每日零报告，每天两次消杀', 'days 1, days 1'],
  ['一年两次，1年1次，一年不少于4次，1周2次', 'months 12, months 12, months 12, weeks 1'],
  ['两个月一次，至少3个月召开一次，一个月一次', 'months 2, months 3, months 1'],
  ['周检查、月通报、季考评', 'weeks 1, months 1, months 3'],
  ['2场/年，周调度月通报', 'months 12, weeks 1, months 1'],
  ['双周通报，逢双月召开例会，隔周一次巡查，隔日一次清运', 'weeks 2, months 2, weeks 2, days 2'],
])('%s', (sentence, expected) => {
  expect(steps(sentence)).toBe(expected);
});

test.each([
  '逐年提高投入，逐年递减',
  '按月龄接种，按年龄分组，按日常管理，按年度计划推进',
  '每年龄段、每周边、每日常、每户、每批',
  '开展年度考核，6月通报',
  '全年总结，半年内完成',
  '一年一度也好，第一季度也好',
  '不定期抽查',
  '近三年1次，第三季度1次，十一年一次性，2026年1次',
  '双月湾社区，双日常态，无双周期',
])('no frequency: %s', (sentence) => {
  expect(steps(sentence).replace('months 12', '一年一度')).toMatch(/^(?:一年一度)?$/u);
});

test.each(['每学期', '每学年', '定期'])('a doubt: %s', (word) => {
  const { recurrences, unread } = recurrencesIn(`${word}开展检查`);
  expect([recurrences, unread.length]).toEqual([[], 1]);
});

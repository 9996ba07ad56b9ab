import { expect, test } from 'vitest';
import { day } from '../../api/domain/time/day.ts';
import { findDays } from './dates.ts';

const TODAY = day('2026-06-22');
const daysOf = (text: string) => findDays(text, TODAY).map(({ day: said }) => said);

test.each([
  ['中秋前建成', '2026-09-25'],
  ['争取中秋节之前搞完', '2026-09-25'],
  ['春节前完成', '2027-02-06'],
  ['清明以前弄好', '2027-04-05'],
  ['端午前交', '2027-06-09'],
  ['重阳节前走访', '2026-10-18'],
  ['除夕前', '2027-02-05'],
  ['元宵节前', '2027-02-20'],
  ['国庆前建成', '2026-10-01'],
])('a feast that is promised by is a day: %s', (text, said) => {
  expect(daysOf(text)).toEqual([said]);
});

test.each(['祝大家端午安康', '春节慰问已完成', '清明祭扫活动方案', '中秋节放假通知', '春节期间值班'])(
  'a feast that is merely spoken of is none: %s',
  (text) => {
    expect(daysOf(text)).toEqual([]);
  },
);

import { expect, test } from 'vitest';
import { day } from './day.ts';
import {
  dayAndWeekday,
  lateText,
  leftText,
  longDay,
  pointsText,
  shareText,
  shortDay,
  shortInstant,
} from './format.ts';

test('days are written without leading zeros', () => {
  expect(shortDay(day('2026-06-30'))).toBe('6月30日');
  expect(longDay(day('2026-11-03'))).toBe('2026年11月3日');
});

test('every weekday has its word', () => {
  const week = ['28', '29', '30'].map((date) => dayAndWeekday(day(`2026-06-${date}`)));
  expect(week).toEqual(['6月28日(周日)', '6月29日(周一)', '6月30日(周二)']);
  expect(dayAndWeekday(day('2026-07-04'))).toBe('7月4日(周六)');
});

test('an instant is written in China time', () => {
  expect(shortInstant(new Date('2026-06-30T16:05:00Z'))).toBe('7月1日 00:05');
  expect(shortInstant(new Date('2026-06-30T00:30:00Z'))).toBe('6月30日 08:30');
});

test.each([
  [0.955, '95.5%'],
  [1, '100%'],
  [0, '0%'],
  ['0.91666', '91.7%'],
  [0.575, '57.5%'],
  [0.0005, '0.1%'],
])('the share %s is %s', (share, text) => {
  expect(shareText(share)).toBe(text);
});

test.each([
  [1.005, '1.01'],
  [9, '9.00'],
  [87.995, '88.00'],
  [-0.5, '-0.50'],
])('%s points are %s', (points, text) => {
  expect(pointsText(points)).toBe(text);
});

test('how late and how near', () => {
  expect(lateText(3)).toBe('逾期3个工作日');
  expect(lateText(0)).toBe('逾期');
  expect(leftText(7)).toBe('还有7个工作日');
});

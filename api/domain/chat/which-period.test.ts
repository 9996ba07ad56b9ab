import { describe, expect, test } from 'vitest';
import { day } from '../time/day.ts';
import { monthsPeriod, weekPeriod } from '../time/periods.ts';
import { type PeriodChoice, whichPeriod } from './which-period.ts';

const month = (number: number, state: PeriodChoice['state'] = 'open'): PeriodChoice => {
  const { key, opensOn, dueOn } = monthsPeriod(2026, number, 1);
  return { period: key, opensOn, dueOn, state };
};
const MAY_TO_JULY = [month(5), month(6), month(7)];
const about = (text: string, today: string, choices = MAY_TO_JULY): string | undefined =>
  whichPeriod(choices, text, day(today))?.period;

describe('a report that does not say which period', () => {
  test.each([
    ['2026-06-12', '2026-05'],
    ['2026-06-20', '2026-06'],
    ['2026-07-02', '2026-06'],
    ['2026-07-25', '2026-07'],
  ])('said on %s is about %s, whose due day is nearest', (today, period) => {
    expect(about('2.1-3 已完成', today)).toBe(period);
  });

  test('passes over what is submitted already', () => {
    expect(about('2.1-3 已完成', '2026-07-02', [month(6, 'submitted'), month(7)])).toBe('2026-07');
  });

  test('is about the last one submitted where nothing else is open, so that its refusal can be told', () => {
    expect(about('2.1-3 已完成', '2026-07-02', [month(6, 'submitted')])).toBe('2026-06');
    expect(about('2.1-3 已完成', '2026-07-02', [])).toBeUndefined();
  });
});

describe('a report that says which', () => {
  test.each([
    ['5月的台账更新完了', '2026-05'],
    ['台账这个月的更新完了', '2026-07'],
    ['本月台账已更新', '2026-07'],
    ['上个月的台账补完了', '2026-06'],
    ['「督办助手：2.1-3 动态更新台账｜5月31日到期」\n- - - -\n已完成', '2026-05'],
    ['预计5月28日完成', '2026-06'],
    ['15月台账', '2026-06'],
  ])('%s', (text, period) => {
    expect(about(text, '2026-07-02')).toBe(period);
  });

  test('by the number of the week', () => {
    const weeks = ['2026-06-15', '2026-06-22', '2026-06-29'].map((monday) => {
      const { key, opensOn, dueOn } = weekPeriod(day(monday));
      return { period: key, opensOn, dueOn, state: 'open' as const };
    });
    expect(about('第25周的走访完成了', '2026-07-01', weeks)).toBe('2026-W25');
    expect(about('走访完成了', '2026-07-01', weeks)).toBe('2026-W26');
    expect(about('这周走访完成了', '2026-07-01', weeks)).toBe('2026-W27');
    expect(about('上周走访完成了', '2026-07-01', weeks)).toBe('2026-W26');
  });
});

import { describe, expect, test } from 'vitest';
import { day } from '../time/day.ts';
import { composeDigest, type DigestFacts } from './digest.ts';

const LINK = 'http://localhost/tasks';
const quiet: DigestFacts = {
  units: ['示例一村'],
  monday: day('2026-06-22'),
  done: 0,
  reports: [0, 0, 0, 0, 0, 0, 0],
  open: [],
  standing: null,
};
const late = {
  light: 'red' as const,
  code: '2.1-3',
  title: '动态更新台账',
  unit: '示例一村',
  dueOn: day('2026-06-17'),
  workingDaysLate: 3,
};
const coming = {
  ...late,
  light: 'yellow' as const,
  code: '3.1-1',
  dueOn: day('2026-06-28'),
  workingDaysLate: 0,
};

describe('the weekly digest', () => {
  test('tells what was done, what is late, what is due and how the rank moved', () => {
    const digest = composeDigest(
      {
        ...quiet,
        done: 2,
        reports: [1, 0, 3, 0, 1, 0, 0],
        open: [late, coming, { ...coming, code: '3.1-2', dueOn: day('2026-06-29') }],
        standing: { rank: 3, previousRank: 5, total: 86.4 },
      },
      LINK,
    );
    expect(digest?.text).toBe(
      '【每周小结】6月15日至6月21日：办结2项，填报5次；现有逾期1项，本周到期1项。目前第3名，比上周升2位，得分86.40。\nhttp://localhost/tasks',
    );
    expect(digest?.overdue).toEqual([
      { light: 'red', code: '2.1-3', title: '动态更新台账', due: '逾期3个工作日' },
    ]);
    expect(digest?.due.map(({ code, due }) => [code, due])).toEqual([['3.1-1', '6月28日到期']]);
    expect(digest?.days[2]).toEqual({ name: '周三', value: 3 });
  });

  test('names the units where the group is of several', () => {
    const digest = composeDigest({ ...quiet, units: ['示例一村', '示例二村'], open: [late] }, LINK);
    expect(digest?.title).toBe('每周小结');
    expect(digest?.overdue[0]?.title).toBe('示例一村 动态更新台账');
    expect(digest?.text).toContain('办结0项，填报0次；现有逾期1项，本周没有到期的任务。');
  });

  test('is not sent to a group that has nothing to hear', () => {
    expect(composeDigest(quiet, LINK)).toBeNull();
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { composeBulletin } from './compose.ts';
import { type BulletinContent, paragraphsOf, plainText, type Span } from './content.ts';
import type { Facts, OverdueItem } from './facts.ts';
import { anyFacts, calmFacts, UNITS } from './testing.ts';

const spansOf = (content: BulletinContent): Span[] =>
  paragraphsOf(content).flatMap(({ spans }) => [...spans]);
const textOf = (facts: Facts): string =>
  paragraphsOf(composeBulletin(facts))
    .map(({ spans }) => plainText(spans))
    .join('\n');

/** Rounds half up to so many decimals in whole numbers, apart from the way the product does it. */
const rounded = (value: number, decimals: number): number => {
  const power = 10 ** decimals;
  return Math.floor(value * power + 0.5 + 1e-9) / power;
};
const rate = (of: number, all: number): number => rounded((of * 100) / all, 1);
const points = (value: number): string => rounded(value, 2).toFixed(2);

/** Every figure a bulletin may name, recomputed from the facts alone. */
function expected(facts: Facts): Record<string, string | undefined> {
  const { total, before, within, overdue, upcoming, orders } = facts;
  const perUnit = UNITS.map((unit) => overdue.filter((item) => item.unit === unit).length);
  const [rows = []] = facts.groups.map((group) => group.rows);
  const ranked = rows
    .filter(({ total: sum }) => sum !== null)
    .map((row) => ({ ...row, sum: row.total ?? 0 }));
  const sums = ranked.map(({ sum }) => sum);
  const best = Math.max(...sums);
  const rises = ranked
    .filter(({ sum }) => sum < best)
    .map(({ rank, previousRank }) => (previousRank ?? rank ?? 0) - (rank ?? 0));
  const change = (key: 'done' | 'onTime') =>
    before === null || before.due === 0 || total.due === 0
      ? undefined
      : String(rounded(Math.abs(rate(total[key], total.due) - rate(before[key], before.due)), 1));
  return {
    to: '5月31日',
    year: '2026',
    month: '5',
    'next.month': '6',
    due: `${total.due}`,
    done: `${total.done}`,
    onTime: `${total.onTime}`,
    completion: `${rate(total.done, total.due)}%`,
    timeliness: `${rate(total.onTime, total.due)}%`,
    'done.change': change('done'),
    'onTime.change': change('onTime'),
    'within.due': `${within.due}`,
    'within.done': `${within.done}`,
    waiting: `${facts.waiting}`,
    'overdue.items': `${overdue.length}`,
    'overdue.units': `${perUnit.filter((n) => n > 0).length}`,
    'overdue.most': `${Math.max(...perUnit)}`,
    'overdue.days': `${Math.max(...overdue.map(({ days }) => days))}`,
    orders: `${orders.filter(({ served }) => served).length}`,
    'orders.open': `${orders.filter(({ served, answered }) => served && !answered).length}`,
    'orders.raised': `${orders.filter(({ raised }) => raised).length}`,
    'next.tasks': `${upcoming.length}`,
    'next.units': `${facts.upcomingUnits}`,
    'village.first': points(best),
    'village.last': points(Math.min(...sums)),
    'village.ranked': `${ranked.length}`,
    'village.average': points(sums.reduce((a, b) => a + b, 0) / sums.length),
    'village.rise': `${Math.max(...rises)}`,
    'village.from': `${ranked.find(({ sum }) => sum === best)?.previousRank}`,
  };
}

describe('composed from any data', () => {
  test('every figure in the text is the one that the data give, and no words hold a figure', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const right = expected(facts);
        for (const span of spansOf(composeBulletin(facts))) {
          if (span.kind === 'text') expect(span.text).not.toMatch(/[0-9０-９%]/);
          if (span.kind === 'figure') expect(span.text, span.of).toBe(right[span.of]);
        }
      }),
      { numRuns: 400 },
    );
  });

  test('what the sentences claim is so', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const text = textOf(facts);
        const late = new Set(facts.overdue.map(({ unit }) => unit));
        const { due, done, onTime } = facts.total;
        expect(text.includes('没有逾期未办结的任务')).toBe(late.size === 0);
        expect(text.includes('均有任务逾期')).toBe(late.size === UNITS.length);
        expect(text.includes('其余单位没有逾期任务')).toBe(late.size === 1);
        expect(text.includes('尽快办结销号')).toBe(late.size > 0);
        expect(text.includes('尚无到期任务')).toBe(due === 0);
        if (text.includes('全部按时办结')) expect(onTime).toBe(due);
        if (due > 0 && facts.kind === 'annual') expect(text.includes('已全部办结')).toBe(done === due);
        const { before } = facts;
        if (before === null || before.due === 0) expect(text).not.toMatch(/提高|持平|百分点/);
      }),
      { numRuns: 400 },
    );
  });

  test('the tables hold what the sentences count, and nobody late is left out or wrongly named', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const blocks = composeBulletin(facts).sections.flatMap((section) => [...section.blocks]);
        const table = blocks.find((block) => block.kind === 'table' && block.caption === '逾期任务情况');
        const rows = table?.kind === 'table' ? table.rows : [];
        expect(new Set(rows.map(([unit]) => unit))).toEqual(new Set(facts.overdue.map(({ unit }) => unit)));
        const items = rows.reduce((sum, [, count]) => sum + Number(count), 0);
        expect(items).toBe(facts.overdue.length);
      }),
      { numRuns: 200 },
    );
  });

  test('a unit that had nothing due is not ranked, and never said to be behind', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const idle = facts.groups.flatMap(({ rows }) => rows.filter(({ rank }) => rank === null));
        const text = textOf(facts);
        for (const { unit } of idle) expect(text).not.toMatch(new RegExp(`${unit}[^。；]*排名靠后`));
      }),
      { numRuns: 100 },
    );
  });
});

const late = (unit: string, days: number, title = '更新台账'): OverdueItem => ({
  unit,
  code: '2.1-3',
  title,
  dueOn: calmFacts().from,
  days,
});

describe('the wording follows the situation', () => {
  const ranking = (rows: [string, number, number, number | null][]) => [
    {
      group: 'village' as const,
      name: '村（社区）',
      rows: rows.map(([unit, rank, total, previousRank]) => ({
        unit,
        rank,
        total,
        grade: null,
        previousRank,
      })),
    },
  ];

  test('rates up, down and flat against last month', () => {
    expect(textOf(calmFacts())).toContain(
      '截至5月31日，今年以来到期任务共120项，已办结114项，办结率95%，较上月末提高5个百分点；按时办结108项，按时率90%，较上月末提高1.1个百分点。其中5月份到期30项，办结28项。',
    );
    expect(textOf(calmFacts({ before: { due: 10, done: 10, onTime: 9 } }))).toContain(
      '较上月末下降5个百分点；按时办结108项，按时率90%，与上月末持平',
    );
  });

  test('the first month has nothing to be compared with', () => {
    const text = textOf(calmFacts({ before: null }));
    expect(text).toContain('本期为今年首次通报，暂无上月数据可比。');
    expect(text).not.toContain('百分点');
  });

  test('nothing due, everything done, nothing done', () => {
    const none = { due: 0, done: 0, onTime: 0 };
    expect(textOf(calmFacts({ total: none, within: none }))).toContain('今年以来尚无到期任务。');
    const all = { due: 9, done: 9, onTime: 9 };
    expect(textOf(calmFacts({ total: all, within: all, before: null }))).toContain(
      '到期任务共9项，已全部办结；全部按时办结。其中5月份到期9项，已全部办结。',
    );
    const zero = { due: 9, done: 0, onTime: 0 };
    expect(textOf(calmFacts({ total: zero, within: zero, before: null }))).toContain(
      '到期任务共9项，尚无一项办结。其中5月份到期9项，均未办结。',
    );
  });

  test('nobody late, one, several, everyone', () => {
    expect(textOf(calmFacts())).toContain('截至5月31日，没有逾期未办结的任务。');
    expect(textOf(calmFacts({ overdue: [late('示例二村', 4)] }))).toContain(
      '截至5月31日，示例二村有1项任务逾期未办结，最长已逾期4个工作日，其余单位没有逾期任务。',
    );
    const several = [late('示例二村', 4), late('示例二村', 6, '儿童之家建设'), late('示例三村', 1)];
    expect(textOf(calmFacts({ overdue: several }))).toContain(
      '共有2个单位的3项任务逾期未办结，其中示例二村最多，有2项。逾期时间最长的是示例二村的“儿童之家建设”，已逾期6个工作日。',
    );
    expect(textOf(calmFacts({ overdue: UNITS.map((unit) => late(unit, 2)) }))).toContain(
      '有到期任务的5个单位均有任务逾期未办结，共5项，每个单位各有一项。逾期时间最长的已达2个工作日。',
    );
  });

  test('a unit new at the top, one that stays, several together, all alike', () => {
    const risen = ranking([
      ['示例二村', 1, 98, 4],
      ['示例一村', 2, 97, 1],
      ['示例三村', 3, 90, 2],
    ]);
    expect(textOf(calmFacts({ groups: risen }))).toContain(
      '村（社区）排名中，示例二村得分98.00分，排名第一，由上月的第4名升至首位；示例三村得分90.00分，排名靠后。平均得分95.00分。',
    );
    const stays = ranking([
      ['示例二村', 1, 98, 1],
      ['示例一村', 2, 97, 2],
    ]);
    expect(textOf(calmFacts({ groups: stays }))).toContain('继续保持领先。');
    const together = ranking([
      ['示例二村', 1, 98, 1],
      ['示例一村', 1, 98, 2],
      ['示例三村', 3, 90, 3],
    ]);
    expect(textOf(calmFacts({ groups: together }))).toContain('示例二村、示例一村并列第一，得分98.00分');
    const alike = ranking([
      ['示例二村', 1, 98, 1],
      ['示例一村', 1, 98, 2],
    ]);
    expect(textOf(calmFacts({ groups: alike }))).toContain('参加排名的2个单位得分相同，均为98.00分。');
  });

  test('nothing due next month, one task, several', () => {
    expect(textOf(calmFacts())).toContain('6月份没有到期任务，请各单位抓好日常工作，巩固已有成效。');
    const task = { code: '2.1-3', title: '更新台账', dueOn: calmFacts().to, units: 12 };
    expect(textOf(calmFacts({ upcoming: [task], upcomingUnits: 12 }))).toContain(
      '6月份到期的任务是“更新台账”，涉及12个单位，请按期办结报送。',
    );
    expect(textOf(calmFacts({ upcoming: [task, task], upcomingUnits: 12 }))).toContain(
      '6月份共有2项任务到期，涉及12个单位',
    );
  });

  test('titles and sections of each kind', () => {
    const of = (facts: Partial<Facts>) => composeBulletin(calmFacts(facts));
    expect(of({}).title).toBe('关于2026年5月未成年人保护工作情况的通报');
    expect(of({}).sections.map(({ heading }) => heading)).toEqual([
      '一、总体情况',
      '二、排名情况',
      '三、存在问题',
      '四、先进经验',
      '五、下步要求',
    ]);
    expect(of({ kind: 'annual' }).title).toBe('关于2026年度未成年人保护工作情况的通报');
    const special = of({ kind: 'special', chapter: { number: '四(三)', title: '五项重点任务' } });
    expect(special.title).toBe('关于五项重点任务2026年5月推进情况的专题通报');
    expect(special.sections[1]?.heading).toBe('二、各单位进展');
    expect(of({ kind: 'weekly', period: '2026-W21' }).title).toBe(
      '示例街道未成年人保护工作周报（2026年第21周）',
    );
  });
});

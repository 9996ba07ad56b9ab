/** Random and hand-made facts for tests of bulletins. */
import fc from 'fast-check';
import { addDays, day } from '../time/day.ts';
import type { Counts, Facts, OverdueItem, RankedUnit } from './facts.ts';

export const UNITS = ['示例一村', '示例二村', '示例三村', '示例四村', '示例五村'] as const;
const TITLES = ['更新台账', '法治副校长进校园', '儿童之家建设', '走访困境儿童'] as const;

/** A month in which nothing is amiss. */
export const calmFacts = (over: Partial<Facts> = {}): Facts => ({
  kind: 'monthly',
  period: '2026-05',
  from: day('2026-05-01'),
  to: day('2026-05-31'),
  asOf: '2026-05-31T16:00:00.000Z',
  street: '示例街道',
  topic: '未成年人保护工作',
  chapter: null,
  total: { due: 120, done: 114, onTime: 108 },
  before: { due: 90, done: 81, onTime: 80 },
  within: { due: 30, done: 28, onTime: 28 },
  waiting: 0,
  groups: [],
  units: UNITS.map((unit) => ({ unit, due: 24, done: 24, overdue: 0 })),
  overdue: [],
  orders: [],
  practices: [],
  upcoming: [],
  upcomingUnits: 0,
  trend: [],
  ...over,
});

const counts = (most: number): fc.Arbitrary<Counts> =>
  fc
    .tuple(
      fc.integer({ min: 0, max: most }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
    )
    .map(([due, a, b]) => {
      const done = Math.round(due * a);
      return { due, done, onTime: Math.round(done * b) };
    });

/** Ranks follow from totals as the score gives them: equal totals share a rank. */
function ranked(
  rows: readonly { unit: string; total: number | null; previousRank: number | null }[],
): RankedUnit[] {
  const totals = rows.flatMap(({ total }) => (total === null ? [] : [total]));
  return rows
    .map((row) => ({
      ...row,
      grade: null,
      rank: row.total === null ? null : 1 + totals.filter((each) => each > (row.total ?? 0)).length,
    }))
    .toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99));
}

const rows = fc
  .tuple(
    ...UNITS.map((unit) =>
      fc.record({
        unit: fc.constant(unit),
        total: fc.option(
          fc.integer({ min: 0, max: 10_000 }).map((cents) => cents / 100),
          { freq: 6 },
        ),
        previousRank: fc.option(fc.integer({ min: 1, max: UNITS.length }), { freq: 5 }),
      }),
    ),
  )
  .map(ranked);

const overdueItem = (unit: string): fc.Arbitrary<OverdueItem> =>
  fc.record({
    unit: fc.constant(unit),
    code: fc.constantFrom('2.1-3', '3.2-1', '4.1-2'),
    title: fc.constantFrom(...TITLES),
    dueOn: fc.integer({ min: 0, max: 20 }).map((n) => addDays(day('2026-05-10'), n)),
    days: fc.integer({ min: 0, max: 40 }),
  });

/** Late units among all: nobody, one, several, everyone. */
const overdue = fc
  .subarray([...UNITS])
  .chain((late) =>
    fc.tuple(...late.map((unit) => fc.array(overdueItem(unit), { minLength: 1, maxLength: 4 }))),
  )
  .map((each) => each.flat());

export const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    kind: fc.constantFrom('weekly' as const, 'monthly' as const, 'annual' as const, 'special' as const),
    total: counts(400),
    before: fc.option(counts(300)),
    within: counts(60),
    waiting: fc.integer({ min: 0, max: 9 }),
    rows: fc.option(rows),
    overdue,
    orders: fc.array(
      fc
        .record({
          number: fc.integer({ min: 1, max: 99 }).map((n) => `示例街道督单〔2026〕${n}号`),
          unit: fc.constantFrom(...UNITS),
          subject: fc.constantFrom(...TITLES),
          answered: fc.boolean(),
          raised: fc.boolean(),
          served: fc.boolean(),
        })
        .map((order) => ({ ...order, served: order.served || !order.raised })),
      { maxLength: 4 },
    ),
    upcoming: fc.array(
      fc.record({
        code: fc.constantFrom('2.1-3', '3.2-1'),
        title: fc.constantFrom(...TITLES),
        dueOn: fc.constant(day('2026-06-30')),
        units: fc.integer({ min: 1, max: 5 }),
      }),
      { maxLength: 4 },
    ),
    practices: fc.array(
      fc.record({
        unit: fc.constantFrom(...UNITS),
        title: fc.constantFrom('“五老”进村组', '亮灯巡访'),
        body: fc.constantFrom('组织12名“五老”人员入户走访', '每周二、周五晚上巡访。'),
      }),
      { maxLength: 2 },
    ),
  })
  .map(({ rows: ranking, ...facts }) =>
    calmFacts({
      ...facts,
      upcomingUnits: Math.max(0, ...facts.upcoming.map(({ units }) => units)),
      groups: ranking === null ? [] : [{ group: 'village', name: '村（社区）', rows: ranking }],
      units: UNITS.map((unit) => {
        const late = facts.overdue.filter((item) => item.unit === unit).length;
        return { unit, due: late + 3, done: 3, overdue: late };
      }),
      chapter: facts.kind === 'special' ? { number: '四(三)', title: '五项重点任务' } : null,
    }),
  );

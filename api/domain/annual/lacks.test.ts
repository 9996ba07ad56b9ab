import { describe, expect, test } from 'vitest';
import type { AnnualStep, PersonId, UnitId } from '../../../db/vocabulary.ts';
import { day } from '../time/day.ts';
import { chairsOf } from './decide.ts';
import { type Facts, lacksOf } from './lacks.ts';
import { type AnnualStanding, standingOf } from './standing.ts';

const NOTHING: Facts = {
  kind: 'year',
  today: day('2027-01-20'),
  noticeDaysLeft: 0,
  notSubmitted: [],
  undecided: [],
  returned: [],
  markers: [],
  unmarked: [],
  unanswered: [],
};
const at = (step: AnnualStep, more: Partial<AnnualStanding> = {}): AnnualStanding => ({
  ...standingOf([]),
  step,
  ...more,
});
const id = (n: number) => n as PersonId;

describe('自评', () => {
  const facts = {
    ...NOTHING,
    notSubmitted: ['示例一村'],
    undecided: [{ unit: '示例二村', indicator: '建档率' }],
  };

  test('waits for every unit until its last day, and for nobody after', () => {
    const runs = lacksOf(at('self', { selfUntil: day('2027-01-22') }), facts);
    expect(runs).toEqual([
      { text: '没有提交自评：示例一村', blocks: true },
      { text: '填报值等待考评组审核：示例二村“建档率”', blocks: true },
    ]);
    const past = lacksOf(at('self', { selfUntil: day('2027-01-19') }), facts);
    expect(past).toEqual([
      { text: '没有提交自评：示例一村，自评期限已过，按未报计分', blocks: false },
      { text: '填报值等待考评组审核：示例二村“建档率”', blocks: true },
    ]);
  });

  test('names five and counts the rest', () => {
    const many = { ...NOTHING, notSubmitted: ['一', '二', '三', '四', '五', '六'] };
    expect(lacksOf(at('self'), many)[0]?.text).toBe('没有提交自评：一、二、三、四、五等6个单位');
  });
});

test('考评 says who has not handed in, and how far each is', () => {
  const markers = [
    { id: id(1), name: '考评员1号', marked: 22, wanted: 22, handedIn: true },
    { id: id(2), name: '考评员2号', marked: 5, wanted: 22, handedIn: false },
  ];
  const [lack] = lacksOf(at('review'), { ...NOTHING, markers });
  expect(lack).toEqual({
    text: '还没有交卷：考评员2号（已评5/22）。全部交卷或者组长公开评分后才能公示',
    blocks: true,
  });
});

test('公示 of a year runs its days; a rehearsal may end it sooner', () => {
  const now = at('notice', { noticeUntil: day('2027-01-22') });
  const facts = { ...NOTHING, noticeDaysLeft: 3 };
  expect(lacksOf(now, facts)).toEqual([{ text: '公示期还有3个工作日，1月22日结束', blocks: true }]);
  expect(lacksOf(now, { ...facts, kind: 'trial' })[0]?.blocks).toBe(false);
  expect(lacksOf(now, { ...facts, today: day('2027-01-23') })).toEqual([]);
});

test('复核 waits for every answer', () => {
  const facts = { ...NOTHING, unanswered: [{ unit: '示例一村', indicator: '办结率' }] };
  expect(lacksOf(at('recheck'), facts)).toEqual([{ text: '异议没有答复：示例一村“办结率”', blocks: true }]);
});

test('who opened it leads; where the product did, the heads, and without heads everyone', () => {
  const unitId = 1 as UnitId;
  const plain = { id: id(1), unitId, isHead: false };
  const head = { id: id(2), unitId, isHead: true };
  expect(chairsOf(id(1), [plain, head])).toEqual([1]);
  expect(chairsOf(null, [plain, head])).toEqual([2]);
  expect(chairsOf(id(9), [plain])).toEqual([1]);
  expect(chairsOf(null, [])).toEqual([]);
});

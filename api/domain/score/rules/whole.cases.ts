/**
 * Rules about the whole score (整体规则): what a line that does not apply, a veto or a limit makes of the total, the rank
 * and the grade, worked out by hand.
 */
import type { Value } from '../data.ts';
import type { Method } from '../scheme.ts';

type Given = Pick<Value, 'value' | 'notApplicable'>;

export interface WholeCase {
  readonly rule: string;
  readonly bonusCap?: number;
  /** By code: the weight and the method. */
  readonly indicators: Readonly<Record<string, readonly [weight: number, method: Method]>>;
  readonly units: readonly {
    readonly reached: Readonly<Record<string, Given>>;
    /** The reckoning, for who reads. */
    readonly byHand: string;
    readonly total: number | null;
    readonly rank: number | null;
    readonly grade: string | null;
  }[];
}

const SHARE: Method = { type: 'linear', floor: 0, target: 1 };
const none: Given = { notApplicable: true };

/** The grades of every case: 优秀 from 90, 合格 from 60, else 不合格. */
export const WHOLE_GRADES = [
  { name: '优秀', min: 90 },
  { name: '合格', min: 60 },
  { name: '不合格', min: 0 },
];

export const WHOLE_RULES: readonly WholeCase[] = [
  {
    rule: '发生应报未报造成严重后果的案件，实行一票否决，列末位等次，排在未被否决的单位之后',
    indicators: { A: [60, SHARE], B: [40, { type: 'met' }], C: [0, { type: 'veto' }] },
    units: [
      {
        reached: { A: { value: 1 }, B: { value: true }, C: { value: true } },
        byHand: '60 + 40 = 100，但被否决',
        total: 100,
        rank: 3,
        grade: '不合格',
      },
      {
        reached: { A: { value: 0.9 }, B: { value: true }, C: { value: false } },
        byHand: '54 + 40 = 94',
        total: 94,
        rank: 1,
        grade: '优秀',
      },
      {
        reached: { A: { value: 0.5 }, B: { value: false }, C: { value: false } },
        byHand: '30 + 0 = 30',
        total: 30,
        rank: 2,
        grade: '不合格',
      },
      {
        reached: { A: { value: 0.99 }, B: { value: true }, C: { value: true } },
        byHand: '59.4 + 40 = 99.4，也被否决，排在被否决的100分之后',
        total: 99.4,
        rank: 4,
        grade: '不合格',
      },
    ],
  },
  {
    rule: '本单位没有相关工作的缺项不计分，总分按其余各项比例折算为百分',
    indicators: { A: [45, SHARE], B: [30, SHARE], C: [25, SHARE] },
    units: [
      {
        reached: { A: { value: 0.95 }, B: none, C: { value: 0.5 } },
        byHand: '(42.75 + 12.5) × 100 ÷ 70 = 78.928… → 78.93',
        total: 78.93,
        rank: 2,
        grade: '合格',
      },
      {
        reached: { A: none, B: none, C: { value: 0.98 } },
        byHand: '24.5 × 100 ÷ 25 = 98',
        total: 98,
        rank: 1,
        grade: '优秀',
      },
      {
        reached: { A: { value: 0.95 }, C: { value: 0.5 } },
        byHand: 'B 应报未报，不是缺项：42.75 + 0 + 12.5 = 55.25',
        total: 55.25,
        rank: 3,
        grade: '不合格',
      },
      {
        reached: { A: none, B: none, C: none },
        byHand: '没有可计的项',
        total: null,
        rank: null,
        grade: null,
      },
    ],
  },
  {
    rule: '缺项折算只折算基本分，加分和倒扣照原分计；加分累计不超过5分，总分不为负',
    bonusCap: 5,
    indicators: {
      A: [50, SHARE],
      B: [50, SHARE],
      C: [0, { type: 'bonus', each: 2, cap: 6 }],
      D: [0, { type: 'penalty', each: 30 }],
    },
    units: [
      {
        reached: { A: { value: 0.9 }, B: none, C: { value: 3 }, D: { value: 0 } },
        byHand: '45 × 100 ÷ 50 + min(5, 6) = 95',
        total: 95,
        rank: 1,
        grade: '优秀',
      },
      {
        reached: { A: { value: 0.9 }, B: none, C: { value: 1 }, D: { value: 1 } },
        byHand: '90 + 2 − 30 = 62',
        total: 62,
        rank: 2,
        grade: '合格',
      },
      {
        reached: { A: { value: 0.4 }, B: { value: 0.4 }, C: { value: 0 }, D: { value: 2 } },
        byHand: '40 − 60，不为负，0',
        total: 0,
        rank: 3,
        grade: '不合格',
      },
    ],
  },
];

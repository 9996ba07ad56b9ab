/** Rules that count, ask yes or no, or take marks: 达标法, 扣分法, 评议法, 加分项, 倒扣项. */
import type { RuleCase } from './rule-case.ts';

export const COUNTED_RULES: readonly RuleCase[] = [
  {
    rule: '工作站挂牌的得满分，未挂牌的不得分',
    weight: 10,
    method: { type: 'met' },
    worked: [
      [true, 10],
      [false, 0],
    ],
  },
  {
    rule: '法治副校长实现全覆盖得4.5分',
    weight: 4.5,
    method: { type: 'met' },
    worked: [
      [true, 4.5],
      [false, 0],
    ],
  },
  {
    rule: '每被督办一次扣3分，扣完为止',
    weight: 15,
    method: { type: 'deduct', each: 3 },
    worked: [
      [0, 15],
      [2, 9],
      [6, 0],
    ],
  },
  {
    rule: '发生一起扣5分，限扣10分',
    weight: 20,
    method: { type: 'deduct', each: 5, cap: 10 },
    unitOfMeasure: '起',
    worked: [
      [1, 15],
      [2, 10],
      [4, 10],
    ],
  },
  {
    rule: '台账漏登一人扣0.3分',
    weight: 4,
    method: { type: 'deduct', each: 0.3 },
    unitOfMeasure: '人',
    worked: [
      [3, 3.1],
      [13, 0.1],
      [14, 0],
    ],
  },
  {
    rule: '四项制度每缺一项扣四分之一',
    weight: 6,
    method: { type: 'deduct', each: 1.5 },
    unitOfMeasure: '项',
    worked: [
      [0, 6],
      [1, 4.5],
      [4, 0],
    ],
  },
  {
    rule: '由考评组评议，去掉一个最高分和一个最低分后取平均分折算',
    weight: 20,
    method: { type: 'judged', outOf: 100, trim: true },
    worked: [
      [{ marks: [95, 92, 88, 90, 97] }, 18.47],
      [{ marks: [90, 90, 91] }, 18.07],
      [{ marks: [60] }, 12],
    ],
  },
  {
    rule: '村(社)对部门工作打分（十分制），按平均分折算为5分',
    weight: 5,
    method: { type: 'judged', outOf: 10, trim: false },
    worked: [
      [{ marks: [9, 8.5, 10, 7, 0] }, 3.45],
      [{ marks: [10, 10] }, 5],
    ],
  },
  {
    rule: '受省级表彰的每次加2分，累计不超过5分',
    weight: 0,
    method: { type: 'bonus', each: 2, cap: 5 },
    worked: [
      [0, 0],
      [2, 4],
      [3, 5],
    ],
  },
  {
    rule: '经验做法在县级以上推广的，一篇加1.5分，最多加3分',
    weight: 0,
    method: { type: 'bonus', each: 1.5, cap: 3 },
    unitOfMeasure: '篇',
    worked: [
      [1, 1.5],
      [4, 3],
    ],
  },
  {
    rule: '迟报瞒报一次从总分中扣2分，最多扣10分',
    weight: 0,
    method: { type: 'penalty', each: 2, cap: 10 },
    worked: [
      [1, 2],
      [5, 10],
      [7, 10],
    ],
  },
  {
    rule: '被上级点名通报一次从总分中扣3分，上不封顶',
    weight: 0,
    method: { type: 'penalty', each: 3 },
    worked: [
      [0, 0],
      [9, 27],
    ],
  },
];

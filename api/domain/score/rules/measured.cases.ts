/** Rules that read a number: 功效系数法, 分档计分, 折线计分. */
import type { RuleCase } from './rule-case.ts';

export const MEASURED_RULES: readonly RuleCase[] = [
  {
    rule: '按完成率计分，得分=完成率×20分',
    weight: 20,
    method: { type: 'linear', floor: 0, target: 1 },
    worked: [
      [0.96, 19.2],
      [1, 20],
      [1.05, 20],
      [0, 0],
    ],
  },
  {
    rule: '应办事项按实际办结数占比计15分',
    weight: 15,
    method: { type: 'linear', floor: 0, target: 1 },
    worked: [
      [[2, 48], 0.63],
      [[23, 24], 14.38],
      [[7, 7], 15],
    ],
  },
  {
    rule: '建档率达到60%起计分，达到95%得满分，中间按比例计算',
    weight: 10,
    method: { type: 'linear', floor: 0.6, target: 0.95 },
    worked: [
      [0.6, 0],
      [0.775, 5],
      [0.9, 8.57],
      [0.95, 10],
    ],
  },
  {
    rule: '全年开展集中宣传12场，按实际场次与目标场次之比计6分',
    weight: 6,
    method: { type: 'linear', floor: 0, target: 12 },
    unitOfMeasure: '场',
    worked: [
      [7, 3.5],
      [12, 6],
      [20, 6],
      [1, 0.5],
    ],
  },
  {
    rule: '群众投诉为零得满分，达到10件不得分，其间按比例计分',
    weight: 8,
    method: { type: 'linear', floor: 10, target: 0 },
    unitOfMeasure: '件',
    worked: [
      [0, 8],
      [3, 5.6],
      [10, 0],
      [14, 0],
    ],
  },
  {
    rule: '平均处置时长不超过24小时得满分，超过72小时不得分，其间按比例计分',
    weight: 10,
    method: { type: 'linear', floor: 72, target: 24 },
    unitOfMeasure: '小时',
    worked: [
      [24, 10],
      [31, 8.54],
      [48, 5],
      [80, 0],
    ],
  },
  {
    rule: '完成率低于60%的不得分，60%及以上按完成率计15分',
    weight: 15,
    method: { type: 'linear', floor: 0, target: 1, cutoff: 0.6 },
    worked: [
      [0.5999, 0],
      [0.6, 9],
      [0.87, 13.05],
    ],
  },
  {
    rule: '超期天数越少越好：不超期得满分，每多一天按比例递减，超过20天的一律不得分',
    weight: 12,
    method: { type: 'linear', floor: 30, target: 0, cutoff: 20 },
    unitOfMeasure: '天',
    worked: [
      [0, 12],
      [5, 10],
      [20, 4],
      [21, 0],
    ],
  },
  {
    rule: '发案数同比下降10%及以上得满分，同比上升不得分，其间按降幅计分',
    weight: 10,
    method: { type: 'linear', floor: 0, target: -10 },
    unitOfMeasure: '%',
    worked: [
      [-12.5, 10],
      [-4, 4],
      [0, 0],
      [3, 0],
    ],
  },
  {
    rule: '知晓率95%以上得满分，85%至95%得八成，70%至85%得五成，70%以下不得分',
    weight: 25,
    method: {
      type: 'bands',
      bands: [
        { atLeast: 0.95, share: 1 },
        { atLeast: 0.85, share: 0.8 },
        { atLeast: 0.7, share: 0.5 },
      ],
    },
    worked: [
      [0.95, 25],
      [0.9499, 20],
      [0.7, 12.5],
      [0.6999, 0],
    ],
  },
  {
    rule: '家庭教育指导覆盖率90%以上得15分，80%以上得10分，60%以上得4分',
    weight: 15,
    method: {
      type: 'bands',
      bands: [
        { atLeast: 90, points: 15 },
        { atLeast: 80, points: 10 },
        { atLeast: 60, points: 4 },
      ],
    },
    unitOfMeasure: '%',
    worked: [
      [90, 15],
      [89.99, 10],
      [60, 4],
      [59, 0],
    ],
  },
  {
    rule: '无越级上访得满分，1至2批次得六成，3至5批次得三成，超过5批次不得分',
    weight: 5,
    method: {
      type: 'bands',
      bands: [
        { atMost: 0, share: 1 },
        { atMost: 2, share: 0.6 },
        { atMost: 5, share: 0.3 },
      ],
    },
    unitOfMeasure: '批次',
    worked: [
      [0, 5],
      [2, 3],
      [3, 1.5],
      [6, 0],
    ],
  },
  {
    rule: '工作站评为一星得4分、二星得7分、三星得10分，未评星不得分',
    weight: 10,
    method: {
      type: 'bands',
      bands: [
        { atLeast: 3, points: 10 },
        { atLeast: 2, points: 7 },
        { atLeast: 1, points: 4 },
      ],
    },
    unitOfMeasure: '星',
    worked: [
      [3, 10],
      [2, 7],
      [1, 4],
      [0, 0],
    ],
  },
  {
    rule: '材料在5日内报送得满分，10日内报送得一半，逾期不得分',
    weight: 3,
    method: {
      type: 'bands',
      bands: [
        { atMost: 5, share: 1 },
        { atMost: 10, share: 0.5 },
      ],
    },
    unitOfMeasure: '日',
    worked: [
      [5, 3],
      [6, 1.5],
      [11, 0],
    ],
  },
  {
    rule: '走访率50%以下不得分，50%至80%得分升至六成，80%至95%升至满分',
    weight: 20,
    method: {
      type: 'curve',
      points: [
        [0.5, 0],
        [0.8, 0.6],
        [0.95, 1],
      ],
    },
    worked: [
      [0.4, 0],
      [0.65, 6],
      [0.8, 12],
      [0.877, 16.11],
      [1, 20],
    ],
  },
  {
    rule: '经费执行进度以100%为宜，低于80%或高于120%不得分，偏离越多得分越少',
    weight: 10,
    method: {
      type: 'curve',
      points: [
        [0.8, 0],
        [1, 1],
        [1.2, 0],
      ],
    },
    worked: [
      [0.9, 5],
      [1, 10],
      [1.06, 7],
      [1.3, 0],
    ],
  },
  {
    rule: '20件以内得基础分6分，20件以上按件数升至25件时的满分10分',
    weight: 10,
    method: {
      type: 'curve',
      points: [
        [20, 0.6],
        [25, 1],
      ],
    },
    unitOfMeasure: '件',
    worked: [
      [20, 6],
      [23, 8.4],
      [30, 10],
    ],
  },
];

/** Inspections of the made-up sub-district over the demo year: good ones, bad ones, one with a problem left lying. */

/** What was wrong on an item, and what became of it. */
export interface DemoProblem {
  item: number;
  text: string;
  /** Working days to put it right. */
  within: number;
  /** The day that the unit reported it, and how. */
  reported?: { on: string; note: string };
  /** Sent back the next day, with this reason, and reported again two days on. */
  returned?: string;
}

export interface DemoInspection {
  unit: string;
  list: 'village' | 'department';
  on: string;
  state: 'completed' | 'underWay' | 'planned' | 'cancelled';
  problems: readonly DemoProblem[];
  notApplicable?: readonly number[];
  /** The item that there is a photo of. */
  photoOf?: number;
}

export const DEMO_INSPECTIONS: readonly DemoInspection[] = [
  { unit: '示例三村', list: 'village', on: '2026-03-18', state: 'completed', problems: [] },
  {
    unit: '示例五村',
    list: 'village',
    on: '2026-04-15',
    state: 'completed',
    problems: [
      {
        item: 3,
        text: '抽查的10份个人档案中2份缺最近一次家访记录',
        within: 10,
        reported: { on: '2026-04-24', note: '已补记家访情况，档案逐份复核。' },
      },
      {
        item: 6,
        text: '黄色等级对象4月走访只有签名，没有写走访内容',
        within: 10,
        reported: { on: '2026-04-22', note: '已补写走访内容。' },
        returned: '补写的内容没有日期，请重新整理',
      },
    ],
  },
  {
    unit: '示例九村',
    list: 'village',
    on: '2026-05-13',
    state: 'completed',
    problems: [
      {
        item: 2,
        text: '电子台账停在3月，近两个月的变动没有更新',
        within: 10,
        reported: { on: '2026-05-25', note: '台账已更新到5月。' },
      },
      { item: 13, text: '工作站牌子已挂，但没有确定专人，值班表是空的', within: 10 },
    ],
    notApplicable: [11],
    photoOf: 2,
  },
  {
    unit: '司法所',
    list: 'department',
    on: '2026-05-20',
    state: 'completed',
    problems: [
      {
        item: 3,
        text: '一季度到对口村社指导没有记录',
        within: 5,
        reported: { on: '2026-06-02', note: '已补齐一、二季度联系指导记录，今后每次当天填写。' },
      },
    ],
    notApplicable: [6],
  },
  { unit: '妇联', list: 'department', on: '2026-06-10', state: 'cancelled', problems: [] },
  {
    unit: '示例一村',
    list: 'village',
    on: '2026-06-16',
    state: 'completed',
    problems: [{ item: 14, text: '三组宣传横幅脱落，没有更换', within: 10 }],
  },
  {
    unit: '示例二村',
    list: 'village',
    on: '2026-06-25',
    state: 'underWay',
    problems: [{ item: 4, text: '第二组网格员说不清本网格留守儿童人数', within: 10 }],
  },
  { unit: '示例七村', list: 'village', on: '2026-06-30', state: 'planned', problems: [] },
];

/** On the one that is under way so many items are answered. */
export const ANSWERED_SO_FAR = 6;
export const CANCELLED_FOR = '当天全员参加防汛，另行安排';

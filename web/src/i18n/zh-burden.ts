/** The words of the page of the burden (基层负担) in Chinese. */
export const zhBurden = {
  burden: {
    title: '基层负担',
    about: (from: string, until: string) => `${from}至${until}。群里的推送每人都要看；对汇报的回复不算。`,
    span: '时段',
    weeks: (n: number) => `最近${n}周`,
    unit: '单位',
    people: '人数',
    read: '每人每周收到',
    written: '每人每周发出',
    asked: '被追问',
    needed: '应报结',
    reported: '实际汇报',
    repeated: '重复汇报',
    all: '合计',
    droppable: '可以减掉的',
    early: '下列任务各单位连续按时完成，提前提醒可以不发：',
    noEarly: '没有连续三期都按时完成的周期任务，提前提醒先留着。',
    good: (periods: number, units: number) => `连续${periods}期，${units}个单位都按时`,
    repeatedAbout: (n: number) => `重复汇报${n}次：内容与上一次相同，没有变化可以不报。`,
    askedAbout: (n: number) => `追问${n}次：多半因为说法没收进同义词。`,
  },
};

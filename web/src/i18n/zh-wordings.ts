/** The words of the page of everyday words in Chinese. */
export const zhWordings = {
  wordings: {
    title: '同义词',
    about: '群里怎么叫一项任务，机器人就怎么听。改动立即生效。',
    link: '同义词',
    tasks: '各项任务',
    noTasks: '还没有确认的工作方案',
    offers: '待定的建议',
    noOffers: '没有待定的建议。联络员回答“是哪一项”时用过的说法会出现在这里，采纳后才起作用。',
    times: (n: number) => `用过${n}次`,
    accept: '采纳',
    refuse: '不采纳',
    comma: '、',
    none: '没有同义词，只听标题',
    label: '说法，每行一个',
    hint: '空格隔开的几个词都要说到，先后不限，例如“台账 更新”。',
    save: '保存',
  },
};

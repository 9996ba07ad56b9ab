/** The words of the page of pasted chats (粘贴记录) in Chinese. */
import type { PreviewRow } from '../pages/paste/queries.ts';
import type { Missing } from '../pages/paste/rows.ts';

export const zhPaste = {
  paste: {
    title: '粘贴记录',
    link: '粘贴记录',
    about: '机器人不在线时，从群里多选消息、合并复制，粘贴到这里，核对后录入。录入前什么都不保存。',
    text: '群聊记录',
    hint: '每条要有姓名，和时间或冒号。一次最多300条。',
    unitForAll: '看不出单位的，算',
    noUnit: '不指定',
    read: '读取',
    found: (messages: number, reports: number) => `读到${messages}条汇报，选中${reports}条`,
    none: '没有读到汇报',
    others: (n: number) => `不是汇报或已录入过的${n}条`,
    take: '录入这条',
    from: '何时说的',
    fromNow: '从录入时起算',
    unit: '单位',
    task: '任务',
    choose: '请选择',
    says: '内容',
    kinds: { progress: '进度', done: '已完成', extend: '申请延期' },
    percent: '百分比',
    count: '数量',
    until: '预计完成日',
    extendUntil: '延到',
    reason: '原因',
    doubts: {
      noUnit: '看不出是哪个单位的',
      notYours: '不是本单位的，不能录入',
      noReport: '不像汇报',
      noTask: '看不出是哪项任务',
      repeated: '已经录入过',
      submitted: '这项任务已报结，待核验',
      closed: '这项任务已经办结',
      future: '时间还没到，请核对',
      tooOld: '超过31天，请核对时间',
    } satisfies Record<NonNullable<PreviewRow['doubt']>, string>,
    missing: {
      unit: '还要选单位',
      task: '还要选任务',
      claim: '还要填进度',
      until: '还要填日期',
      reason: '还要填原因',
    } satisfies Record<Missing, string>,
    record: (n: number) => `录入${n}条`,
    unready: (n: number) => `还有${n}条没填完`,
    recorded: (recorded: number, repeated: number) =>
      repeated === 0 ? `已录入${recorded}条。` : `已录入${recorded}条，另有${repeated}条以前录入过。`,
  },
};

/** The words of the administration in Chinese. */
import type { DayMark } from '../pages/admin/calendar/months.ts';

export const zhAdmin = {
  admin: {
    comma: '，',
    tabs: { calendar: '工作日历' },
    calendar: {
      title: '工作日历',
      year: (year: number) => `${year}年`,
      yearBefore: '上一年',
      yearAfter: '下一年',
      weekdays: ['一', '二', '三', '四', '五', '六', '日'],
      marks: { work: '上班', weekend: '周末', holiday: '放假', makeUp: '调休上班' } satisfies Record<
        DayMark,
        string
      >,
      signs: { work: '', weekend: '', holiday: '休', makeUp: '班' } satisfies Record<DayMark, string>,
      total: (year: number, days: number) => `${year}年共${days}个工作日`,
      legend: '“休”为工作日放假，“班”为周末调休上班，下划线为管理员调整。',
      unpublished: (years: readonly number[]) =>
        `${years.join('年、')}年的放假安排系统里还没有，目前只按周末算。公布后请粘贴安排，或逐日调整。`,
      published: '按国务院办公厅公布的放假安排',
      byWeek: '放假安排尚未公布，按周末算',
      adminWord: '管理员调整',
      choose: '点一天，看它的安排。',
      makeWork: '改为上班',
      makeRest: '改为休息',
      takeBack: '取消调整',
      changed: (n: number) => `已调整${n}天，提醒和亮灯随即按新日历算。`,
      undo: '撤销',
      paste: '粘贴放假安排',
      pasteLabel: (year: number) => `${year}年放假安排的原文`,
      pasteHint: '从国务院办公厅的通知里复制“一、元旦……七、国庆节……”各条，粘贴到这里。',
      wouldChange: (n: number) => (n === 0 ? '与现在的日历没有不同。' : `将调整${n}天：`),
      doubts: '下面的话没有读懂，请逐日调整：',
      takeOver: '按此调整',
    },
  },
};

/** The words of the administration in Chinese. */
import type { RunOutcome } from '../../../db/vocabulary.ts';
import type { DayMark } from '../pages/admin/calendar/months.ts';
import type { When } from '../pages/admin/jobs/when.ts';

/** Words by a name that the server gives; one that has none here is shown as the server says it. */
type Named = Readonly<Record<string, string>>;

export const zhAdmin = {
  admin: {
    comma: '，',
    toDo: (n: number) => `${n}项要处理`,
    tabs: { calendar: '工作日历', jobs: '定时任务', channels: '通道', rooms: '工作群', burden: '基层负担' },
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
    jobs: {
      title: '定时任务',
      about: '按北京时间运行；错过的，开机后按需补上',
      none: '没有定时任务',
      names: {
        assignments: '生成即将开始的各期交办任务',
        sweep: '清理过期数据，核对审计链',
        reminders: '工作日提醒：临期、当日、催办、督办',
        'reminders-light': '下午补提醒：当天新逾期的任务',
        snapshot: '保存当日得分和排名',
        weekly: '周报：发到各工作群',
        monthly: '起草月度通报',
        annual: '启动上年度考核',
      } as Named,
      when: (when: When) => {
        switch (when.every) {
          case 'day':
            return `每天${when.time}`;
          case 'week':
            return `每周${'日一二三四五六'[when.weekday]}${when.time}`;
          case 'month':
            return `每月${when.date}日${when.time}`;
          case 'year':
            return `每年${when.month}月${when.date}日${when.time}`;
        }
      },
      next: (time: string) => `下次${time}`,
      pausedSince: (time: string, by: string | null) => `${time}起暂停${by === null ? '' : `（${by}）`}`,
      never: '还没有运行过',
      runNow: '立即运行',
      pause: '暂停',
      resume: '恢复',
      lastRuns: (n: number) => `最近${n}次运行`,
      scheduled: '应运行时间',
      result: '结果',
      took: '用时',
      did: '办了什么',
      seconds: (n: number) => `${n}秒`,
      attempts: (n: number) => `试了${n}次`,
      byHand: (name: string | null) => `手动${name === null ? '' : `（${name}）`}`,
      count: (name: string, n: number) => `${name}${n}`,
      counts: {
        built: '新交办',
        reminders: '提醒事项',
        messages: '消息',
        orders: '督办单草稿',
        sessions: '清理会话',
        codes: '清理绑定码',
        auditEntries: '核对审计',
        units: '单位',
        drafted: '通报草稿',
        opened: '年度考核',
      } as Named,
      outcome: {
        waiting: '等待运行',
        running: '正在运行',
        done: '已完成',
        failed: '失败',
        skipped: '暂停中，已略过',
      } satisfies Record<RunOutcome, string>,
    },
  },
};

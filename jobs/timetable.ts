/** Every job in one table (time.md, "Jobs"). Times are China times. */

import { dayOf } from '../api/domain/time/day.ts';
import type { ReminderPolicy } from '../api/domain/time/reminder-policy.ts';
import { openYearPast } from '../api/services/annual/open-annual.ts';
import { buildAssignments } from '../api/services/assignments/build-assignments.ts';
import { draftMonthly } from '../api/services/bulletins/draft-bulletin.ts';
import { sendWeeklyDigest } from '../api/services/digest/send-weekly-digest.ts';
import { takeSnapshot } from '../api/services/ranking/take-snapshot.ts';
import { runReminders } from '../api/services/reminders/run-reminders.ts';
import type { ReminderLinks } from '../api/services/reminders/say-reminders.ts';
import { sweep } from '../api/services/system/sweep.ts';
import type { Job } from './job.ts';

/** The timetable of an installation; `links` makes the addresses that reminders carry, `policy` says when whom to remind. */
export const createTimetable = (links: ReminderLinks, policy?: ReminderPolicy): readonly Job[] => [
  {
    name: 'assignments',
    cron: '10 0 * * *',
    what: '生成即将开始的各期交办任务',
    catchUp: 'last',
    minutes: 10,
    run: (ctx) => buildAssignments(ctx),
  },
  {
    name: 'sweep',
    cron: '0 3 * * *',
    what: '清理过期的会话、绑定码和追问，核对审计链',
    catchUp: 'today',
    minutes: 10,
    run: (ctx) => sweep(ctx),
  },
  {
    name: 'reminders',
    cron: '30 8 * * *',
    what: '工作日提醒：临期、当日、催办、督办',
    catchUp: 'today',
    minutes: 10,
    run: (ctx, at) => runReminders(ctx, { at, kind: 'full', links, policy }),
  },
  {
    name: 'reminders-light',
    cron: '30 16 * * *',
    what: '工作日下午补提醒：当天新逾期的任务',
    catchUp: 'today',
    minutes: 10,
    run: (ctx, at) => runReminders(ctx, { at, kind: 'light', links, policy }),
  },
  {
    name: 'snapshot',
    cron: '50 23 * * *',
    what: '保存当日得分和排名，供趋势使用',
    catchUp: 'always',
    minutes: 10,
    run: (ctx, at) => takeSnapshot(ctx, dayOf(at)),
  },
  {
    name: 'annual',
    cron: '0 9 1 1 *',
    what: '启动上一年度的年度考核',
    catchUp: 'always',
    minutes: 10,
    run: (ctx, at) => openYearPast(ctx, at),
  },
  {
    name: 'weekly',
    cron: '0 9 * * 1',
    what: '每周小结：图片和一句话发到各工作群，节假日顺延到下一个工作日',
    catchUp: 'today',
    minutes: 10,
    run: (ctx, at) => sendWeeklyDigest(ctx, { at, link: links.toTasks() }),
  },
  {
    name: 'monthly',
    cron: '0 9 1 * *',
    what: '每月1日起草上月通报',
    catchUp: 'last',
    minutes: 10,
    run: (ctx, at) => draftMonthly(ctx, at),
  },
];

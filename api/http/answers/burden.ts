/** What is answered about the burden on people. */
import { z } from 'zod';
import { calendarDay, count, number, text } from './parts.ts';

export const burden = z
  .object({
    weeks: count,
    from: calendarDay,
    until: calendarDay,
    units: z.array(
      z.object({
        unitId: number,
        unit: text,
        people: count.describe('绑定了聊天的人'),
        roomPushes: count,
        privatePushes: count,
        said: count,
        asked: count.describe('机器人追问的次数'),
        needed: count.describe('到期的任务，各要一次报结'),
        reported: count.describe('实际的汇报'),
        repeated: count.describe('与上一次内容相同的汇报'),
        read: z.number().describe('每人每周收到的消息'),
        written: z.number().describe('每人每周发出的消息'),
      }),
    ),
    droppable: z
      .array(z.object({ code: text, title: text, periods: count, units: count }))
      .describe('各单位连续几期都按时完成、可以不再提前提醒的任务'),
  })
  .meta({ id: 'Burden', description: '基层负担' });

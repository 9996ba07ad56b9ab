/** How supervision orders (督办单) are written: their numbers, and what a unit's room is told of them. */

import type { Day } from '../time/day.ts';
import { lateText, longDay, shortDay, whenDue } from '../time/format.ts';
import { periodLabel } from '../time/periods.ts';
import { shortTitle } from '../time/reminder-message.ts';

/** 示例街道督办单〔2026〕3号 */
export const orderNumber = (street: string, year: number, number: number): string =>
  `${street}督办单〔${year}〕${number}号`;

/** What a draft asks for until the committee says otherwise. */
export const USUAL_DEMAND = '请立即查明原因，逐项整改到位，并在规定日期前书面回复整改情况，附证明材料。';

/** One thing that an order is about. */
export interface OrderItem {
  code: string;
  title: string;
  period: string;
  dueOn: Day;
  workingDaysLate: number;
}

/** 2.1-3 动态更新台账（6月） */
export const itemText = ({ code, title, period }: Pick<OrderItem, 'code' | 'title' | 'period'>): string =>
  `${code} ${title}（${periodLabel(period)}）`;

const MOST_LINES = 12;

const itemLine = (item: OrderItem): string =>
  `◆${item.code} ${shortTitle(item.title)}｜${shortDay(item.dueOn)}到期，${lateText(item.workingDaysLate)}`;

/** An order as a room is told of it. */
export interface ToldOrder {
  number: string;
  unit: string;
  answerBy: Day;
  items: readonly OrderItem[];
  /** What it is about where that is no task. */
  subject: string | null;
  demand: string;
  link: string;
}

/** The order is served (下发). */
export function servedText({ number, unit, answerBy, items, subject, demand, link }: ToldOrder): string {
  const more = items.length - MOST_LINES;
  return [
    `【督办单】${number}`,
    items.length === 0
      ? `${unit}：现就“${subject ?? ''}”予以督办，请于${shortDay(answerBy)}前整改并回复。`
      : `${unit}：下列${items.length}项任务逾期未办结，请于${shortDay(answerBy)}前整改并回复。`,
    ...items.slice(0, MOST_LINES).map(itemLine),
    ...(more > 0 ? [`另有 ${more} 项`] : []),
    `要求：${demand}`,
    `查看和回复：${link}`,
    '回复“收到”即为签收。',
  ].join('\n');
}

/** The answer was not good enough (退回). */
export const returnedText = (number: string, reason: string, answerBy: Day): string =>
  `退回｜${number}的回复：${reason}。请补充后于${shortDay(answerBy)}前重新回复。`;

/** The order goes into the next bulletin (通报). */
export const raisedText = (number: string): string =>
  `通报｜${number}未按要求整改，列入下一期通报。请抓紧整改并回复。`;

/** The order is closed (办结) or withdrawn (撤回). */
export const endedText = (number: string, how: 'closed' | 'withdrawn'): string =>
  how === 'closed' ? `办结｜${number}的整改已认可，督办单办结。` : `撤回｜${number}已撤回，不用回复。`;

/** The unit has not answered, and the day has come or gone (催复). */
export const dueText = (number: string, answerBy: Day, workingDaysLate: number, today: Day): string =>
  `催复｜${number}还没有回复，${whenDue(answerBy, today, workingDaysLate)}。请抓紧整改并回复。`;

/** The title of the printed order. */
export const orderTitle = (unit: string): string => `关于${unit}有关工作的督办单`;

/** What the printed order says above the table of its items. */
export const orderOpening = (items: number): string =>
  `经查，你单位下列${items}项任务到期未办结，经多次催办仍未完成。现予督办，请认真整改。`;

/** What it says below. */
export const orderClosing = (answerBy: Day): string =>
  `请于${longDay(answerBy)}前，将整改情况书面回复街道政法委，并附证明材料。逾期不回复或整改不到位的，将予以通报。`;

/** 四、先进经验 and 五、下步要求: the practices that the office picked, and what falls due next. */
import { shortDay } from '../time/format.ts';
import type { Block, Span } from './content.ts';
import type { Facts } from './facts.ts';
import { figure, name, paragraph, say } from './say.ts';
import { periodWords } from './words.ts';

/** 先进经验: the practices picked for this bulletin, in their units' words. */
export function practices({ practices: picked }: Facts): Block[] {
  if (picked.length === 0) return [paragraph(say`本期没有推广的经验做法。`)];
  return picked.map(({ unit, title, body }) =>
    paragraph(say`${name(unit)}“${name(title)}”。${name(/[。！？]$/.test(body) ? body : `${body}。`)}`),
  );
}

function due(facts: Facts): Span[] {
  const { next } = periodWords(facts);
  const { upcoming, upcomingUnits } = facts;
  if (upcoming.length === 0) return say`${next}没有到期任务，请各单位抓好日常工作，巩固已有成效。`;
  const count = figure('next.tasks', upcoming.length);
  const [only] = upcoming;
  if (upcoming.length === 1 && only !== undefined) {
    return say`${next}到期的任务是“${name(only.title)}”，涉及${figure('next.units', upcomingUnits)}个单位，请按期办结报送。`;
  }
  return say`${next}共有${count}项任务到期，涉及${figure('next.units', upcomingUnits)}个单位，请对照下表倒排工期，按期办结报送。`;
}

/** What to do about what is overdue; nobody is told to catch up where nobody is behind. */
const catchUp = ({ overdue }: Facts): Span[] =>
  overdue.length === 0 ? [] : say`对逾期未办结的任务，相关责任单位要说明原因，明确办结时间，尽快办结销号。`;

/** 下步要求: what is due next, and what is to be caught up. */
export function requirements(facts: Facts): Block[] {
  const { upcoming } = facts;
  const told = paragraph(due(facts), catchUp(facts));
  if (upcoming.length < 2) return [told];
  return [
    told,
    {
      kind: 'table',
      caption: '下期到期任务',
      columns: [
        { title: '编号', share: 1, align: 'left' },
        { title: '任务', share: 4.6, align: 'left' },
        { title: '期限', share: 1.4, align: 'left' },
        { title: '单位数', share: 1, align: 'right' },
      ],
      rows: upcoming.map(({ code, title, dueOn, units }) => [code, title, shortDay(dueOn), String(units)]),
    },
  ];
}

/** 一、总体情况: what was due and done, the rates, and how they stand against the period before. */
import Big from 'big.js';
import { partsOf } from '../time/day.ts';
import { shareText } from '../time/format.ts';
import type { Block, ChartBlock, Span } from './content.ts';
import type { Counts, Facts } from './facts.ts';
import { figure, paragraph, say } from './say.ts';
import { periodWords, until } from './words.ts';

const HALF_UP = 1;

/** A share in per cent to one decimal, as it is printed. */
const percent = (of: number, all: number): Big => Big(of).div(all).times(100).round(1, HALF_UP);

type Rate = 'done' | 'onTime';

/** How a rate moved, told by the rates as they are printed, so that the sentence never contradicts them. */
function against(rate: Rate, { total, before, kind, from, to }: Facts): Span[] {
  if (before === null || before.due === 0) return [];
  const words = say`${{ kind: 'text', text: periodWords({ kind, from, to }).before }}`;
  const moved = percent(total[rate], total.due).minus(percent(before[rate], before.due));
  if (moved.eq(0)) return say`，与${words}持平`;
  const points = figure(`${rate}.change`, moved.abs().toString());
  return moved.gt(0) ? say`，较${words}提高${points}个百分点` : say`，较${words}下降${points}个百分点`;
}

function overall(facts: Facts): Span[] {
  const { due, done, onTime } = facts.total;
  const so = facts.kind === 'annual' ? '全年' : '今年以来';
  const where: Span = { kind: 'text', text: facts.chapter === null ? '' : '该项工作' };
  const since: Span = { kind: 'text', text: so };
  if (due === 0) return say`${until(facts)}，${where}${since}尚无到期任务。`;
  const all =
    done === due
      ? say`，已全部办结`
      : done === 0
        ? say`，尚无一项办结`
        : say`，已办结${figure('done', done)}项，办结率${figure('completion', shareText(Big(done).div(due)))}`;
  const timely =
    onTime === due
      ? say`；全部按时办结`
      : say`；按时办结${figure('onTime', onTime)}项，按时率${figure('timeliness', shareText(Big(onTime).div(due)))}`;
  const told = [...say`${until(facts)}，${where}${since}到期任务共${figure('due', due)}项`, ...all];
  return done === 0
    ? [...told, ...against('done', facts), ...say`。`]
    : [...told, ...against('done', facts), ...timely, ...against('onTime', facts), ...say`。`];
}

function ofPeriod({ due, done }: Counts, facts: Facts): Span[] {
  if (facts.kind === 'annual' || facts.total.due === 0) return [];
  const { within } = periodWords(facts);
  if (due === 0) return say`其中${within}没有到期任务。`;
  const count = figure('within.due', due);
  if (done === due) return say`其中${within}到期${count}项，已全部办结。`;
  if (done === 0) return say`其中${within}到期${count}项，均未办结。`;
  return say`其中${within}到期${count}项，办结${figure('within.done', done)}项。`;
}

const waitingToo = ({ waiting }: Facts): Span[] =>
  waiting === 0 ? [] : say`另有${figure('waiting', waiting)}项已报结，正在核验。`;

/** The first of the year has nothing to be compared with, and says so. */
const comparable = (facts: Facts): Span[] =>
  facts.before === null && facts.total.due > 0
    ? say`${{ kind: 'text', text: periodWords(facts).first }}`
    : [];

function trend({ trend: months }: Facts): ChartBlock[] {
  const bars = months.flatMap(({ to, completion }) =>
    completion === null ? [] : [{ label: `${partsOf(to).month}月末`, share: completion }],
  );
  return bars.length < 2 ? [] : [{ kind: 'chart', caption: '各月末办结率', bars }];
}

/** 总体情况: how far all is, what waits, against the period before. */
export function generalSituation(facts: Facts): Block[] {
  return [
    paragraph(overall(facts), ofPeriod(facts.within, facts), waitingToo(facts), comparable(facts)),
    ...trend(facts),
  ];
}

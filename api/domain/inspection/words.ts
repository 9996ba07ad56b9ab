/** How inspections (调度检查) are written: what is found, and what a unit's room is told. */
import type { Day, Verdict } from '../../../db/vocabulary.ts';
import { shortDay } from '../time/format.ts';
import type { Lack, Tally } from './tally.ts';

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  met: '符合',
  unmet: '不符合',
  notApplicable: '不适用',
};

/** What a person is told where an inspection cannot be completed. */
export function lackText(lack: Lack, { unanswered }: Tally): string {
  switch (lack) {
    case 'notYet':
      return '检查日期还没有到，请先调整日期';
    case 'unanswered':
      return `还有${unanswered.length}项没有填写：第${unanswered.join('、')}项`;
    case 'nothingApplies':
      return '所有项都不适用，不算一次检查；没有检查成的，请取消';
  }
}

const MOST_LINES = 12;

interface ToldProblem {
  item: number;
  text: string;
  dueOn: Day;
}

/** The inspection is completed (检查反馈): how it went, and what is to be put right by when. */
export function completedText(told: {
  unit: string;
  heldOn: Day;
  title: string;
  tally: Pick<Tally, 'met' | 'unmet'>;
  problems: readonly ToldProblem[];
  link: string;
}): string {
  const { unit, heldOn, title, tally, problems, link } = told;
  const more = problems.length - MOST_LINES;
  const found = problems.length === 0 ? '未发现问题' : `发现问题${problems.length}个，请按期整改并报送`;
  return [
    `【调度检查】${unit}：${shortDay(heldOn)}${title}检查完毕，${tally.met + tally.unmet}项中${tally.met}项符合，${found}。`,
    ...problems
      .slice(0, MOST_LINES)
      .map(({ item, text, dueOn }) => `◆第${item}项 ${text}｜${shortDay(dueOn)}前整改`),
    ...(more > 0 ? [`另有 ${more} 个`] : []),
    `查看：${link}`,
  ].join('\n');
}

/** What was put right is accepted (复查通过) or goes back (退回). */
export const decidedText = (problem: ToldProblem, reason: string | null): string =>
  reason === null
    ? `复查通过｜${problem.text}`
    : `退回｜${problem.text}：${reason}。请于${shortDay(problem.dueOn)}前重新整改并报送。`;

/** The unit has not reported, and the day of these problems has come or gone (催整改). */
export const dueText = (lines: readonly string[]): string =>
  [
    `【催整改】调度检查发现的${lines.length}个问题还没有报送整改，请抓紧整改并报送。`,
    ...lines.slice(0, MOST_LINES),
    ...(lines.length > MOST_LINES ? [`另有 ${lines.length - MOST_LINES} 个`] : []),
  ].join('\n');

/** How a problem that was not put right by its day stands, for the records behind a figure. */
export const overdueOutcome = ({ dueOn, reportedOn }: { dueOn: Day; reportedOn: Day | null }): string =>
  `应于${shortDay(dueOn)}前整改，${reportedOn === null ? '没有报送' : `${shortDay(reportedOn)}报送`}`;

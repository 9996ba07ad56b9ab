/** Steps 4 and 5 for reports (填报): what is claimed of each task, and what is asked where it is not clear. */
import type { Day } from '../../api/domain/time/day.ts';
import { type Claim, claimOf } from './claim.ts';
import { quoted } from './clauses.ts';
import { figuresInTurn } from './figures.ts';
import type { Heard } from './heard.ts';
import type { Hearing, Update } from './intent.ts';
import { withoutRemarks } from './remarks.ts';
import { type Segment, segmentsOf } from './segments.ts';
import { indexOf, tasksNamed } from './task-index.ts';

/** More than these are not offered (chat.md, "Understanding a message"). */
export const MOST_CANDIDATES = 5;

const noteOf = (said: readonly string[]): string =>
  said
    .join('')
    .trim()
    .replace(/[,，;；。]$/, '');

const update = (task: string, { percent, count, done, until }: Claim, note: string): Update => ({
  task,
  percent,
  count,
  done,
  until,
  note,
});

/** 2.1-1和2.1-2分别完成80%、90%; 分别百分之八十、九十; 分别走访了5户和8户: a figure for each in turn. */
function inTurn({ codes, said }: Segment, today: Day): Update[] | null {
  const text = said.join('');
  if (codes.length < 2 || !text.includes('分别')) return null;
  const figures = figuresInTurn(text.slice(text.indexOf('分别')));
  if (figures.length !== codes.length) return null;
  return codes.map((code, n) => update(code, claimOf([figures[n] ?? ''], today), noteOf(said)));
}

function updatesOf(segment: Segment, hearing: Hearing): Update[] {
  const { today } = hearing;
  const turns = inTurn(segment, today);
  if (turns !== null) return turns;
  const claim = claimOf(withoutRemarks(segment.said, segment.naming, hearing), today);
  return claim.any ? segment.codes.map((code) => update(code, claim, noteOf(segment.said))) : [];
}

/** What the message reports of the unit's own open tasks; empty where it reports nothing. */
export const progressIn = (heard: Heard): Update[] =>
  segmentsOf(heard).flatMap((segment) => updatesOf(segment, heard.hearing));

/** The codes that may be meant, best first: those whose words are said, then those due first. */
export function likely(heard: Heard): string[] {
  const index = indexOf(heard.hearing.tasks);
  const said = [...quoted(heard), ...tasksNamed(heard.text, index).map(({ code }) => code)];
  const byDue = [...heard.hearing.tasks].sort((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1));
  return [...new Set([...said, ...byDue.map(({ code }) => code)])].slice(0, MOST_CANDIDATES);
}

/** A claim that names no task clearly, for the bot to ask about; null where nothing is claimed, or of something else. */
export const candidatesFor = (heard: Heard): Update | null =>
  heard.clauses().some(({ elsewhere }) => elsewhere) ? null : claimFor(heard);

const WORK = /[完好交报弄搞办齐]|(?<!去)成(?!都)/;

/** A claim of whatever task, with the likely ones. */
export function claimFor(heard: Heard): Update | null {
  const said = heard.clauses().map(({ text }) => text);
  const claim = claimOf(withoutRemarks(said, said[0] ?? '', heard.hearing), heard.hearing.today);
  const { percent, count, done, until, any } = claim;
  // 明天去成都 plans no work.
  const planned = until !== null && percent === null && count === null;
  if (!any || (planned && !WORK.test(heard.text))) return null;
  return { task: null, candidates: likely(heard), percent, count, done, until, note: heard.text };
}

/**
 * The weekly digest (每周小结) of a work group: what was done last week, what is overdue, what falls due this week,
 * how the rank moved. A group with nothing to hear is left in peace (chat.md, "Light on people").
 */
import type { Day, Light } from '../../../db/vocabulary.ts';
import { addDays } from '../time/day.ts';
import { lateText, longDay, pointsText, shortDay } from '../time/format.ts';

/** A task that is still to be done. */
export interface DigestTask {
  light: Light;
  code: string;
  title: string;
  unit: string;
  dueOn: Day;
  workingDaysLate: number;
}

/** How a unit stood at the end of last week, and of the week before. */
export interface Standing {
  rank: number | null;
  previousRank: number | null;
  total: number | null;
}

export interface DigestFacts {
  /** The units whose group it is, by their short names. */
  units: readonly string[];
  /** The Monday on which it is sent: it tells of the seven days before. */
  monday: Day;
  /** Closed last week. */
  done: number;
  /** How often something was reported on each day of last week, Monday first. */
  reports: readonly number[];
  open: readonly DigestTask[];
  /** Of the unit, where the group is of one. */
  standing: Standing | null;
}

export interface DigestLine {
  light: Light;
  code: string;
  title: string;
  due: string;
}

/** What the message and the picture say. */
export interface Digest {
  text: string;
  title: string;
  when: string;
  done: number;
  reports: number;
  days: readonly { name: string; value: number }[];
  standing: string | null;
  overdue: readonly DigestLine[];
  due: readonly DigestLine[];
}

const WEEK = 7;

function standingText({ rank, previousRank, total }: Standing): string | null {
  if (rank === null || total === null) return null;
  const by = previousRank === null ? 0 : previousRank - rank;
  const moved = by === 0 ? '' : `，比上周${by > 0 ? '升' : '降'}${Math.abs(by)}位`;
  return `目前第${rank}名${moved}，得分${pointsText(total)}`;
}

function lineOf(
  { light, code, title, unit, dueOn, workingDaysLate }: DigestTask,
  several: boolean,
): DigestLine {
  return {
    light,
    code,
    title: several ? `${unit} ${title}` : title,
    due: light === 'red' ? lateText(workingDaysLate) : `${shortDay(dueOn)}到期`,
  };
}

/** Composes the digest; null where the week had nothing and the next asks for nothing. `link`: where to read on. */
export function composeDigest(facts: DigestFacts, link: string): Digest | null {
  const { units, monday, done, open } = facts;
  const several = units.length > 1;
  const reports = facts.reports.reduce((sum, each) => sum + each, 0);
  const overdue = open.filter(({ light }) => light === 'red').map((task) => lineOf(task, several));
  const due = open
    .filter(({ light, dueOn }) => light !== 'red' && dueOn >= monday && dueOn < addDays(monday, WEEK))
    .map((task) => lineOf(task, several));
  if (done + reports + overdue.length + due.length === 0) return null;
  const [from, to] = [addDays(monday, -WEEK), addDays(monday, -1)];
  const standing = facts.standing === null ? null : standingText(facts.standing);
  const left = [
    overdue.length === 0 ? '没有逾期' : `现有逾期${overdue.length}项`,
    due.length === 0 ? '本周没有到期的任务' : `本周到期${due.length}项`,
  ];
  const sentence = `办结${done}项，填报${reports}次；${left.join('，')}。${standing === null ? '' : `${standing}。`}`;
  return {
    text: `【每周小结】${shortDay(from)}至${shortDay(to)}：${sentence}\n${link}`,
    title: several ? '每周小结' : `${units[0] ?? ''}每周小结`,
    when: `${longDay(from)}至${shortDay(to)}`,
    done,
    reports,
    days: facts.reports.map((value, i) => ({ name: `周${'一二三四五六日'[i] ?? ''}`, value })),
    standing: standing === null ? null : `${standing}。`,
    overdue,
    due,
  };
}

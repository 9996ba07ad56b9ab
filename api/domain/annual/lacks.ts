/** What is still missing before a step may end (还缺什么): a list, in words that say who has to do what. */
import type { AnnualKind, Day, PersonId } from '../../../db/vocabulary.ts';
import { shortDay } from '../time/format.ts';
import type { AnnualStanding } from './standing.ts';

/** A line of a unit, by name. */
export interface LineName {
  readonly unit: string;
  readonly indicator: string;
}

/** One member of the committee and how far the marking is. */
export interface Marker {
  readonly id: PersonId;
  readonly name: string;
  readonly marked: number;
  readonly wanted: number;
  readonly handedIn: boolean;
}

export interface Facts {
  readonly kind: AnnualKind;
  readonly today: Day;
  /** Working days of the notice that are left after today. */
  readonly noticeDaysLeft: number;
  /** Units that have not submitted their self-assessment. */
  readonly notSubmitted: readonly string[];
  /** Values entered that the committee has not looked at. */
  readonly undecided: readonly LineName[];
  /** Values returned that the unit has not entered again. */
  readonly returned: readonly LineName[];
  readonly markers: readonly Marker[];
  /** Judged lines without a mark that counts. */
  readonly unmarked: readonly LineName[];
  readonly unanswered: readonly LineName[];
}

export interface Lack {
  readonly text: string;
  /** What only reminds does not hold up the step. */
  readonly blocks: boolean;
}

const MOST_NAMED = 5;

/** `示例一村、示例二村等12个` */
function named(names: readonly string[], unit: string): string {
  const shown = names.slice(0, MOST_NAMED).join('、');
  return names.length > MOST_NAMED ? `${shown}等${names.length}${unit}` : shown;
}

const lines = (of: readonly LineName[]): string =>
  named(
    of.map(({ unit, indicator }) => `${unit}“${indicator}”`),
    '项',
  );

function lack(when: boolean, text: string, blocks = true): Lack[] {
  return when ? [{ text, blocks }] : [];
}

/** 自评 ends when all have submitted and are answered, or when its last day is past: who is late waits for nobody. */
function ofSelf(now: AnnualStanding, facts: Facts): Lack[] {
  const open = now.selfUntil === null || facts.today <= now.selfUntil;
  const late = open ? '' : '，自评期限已过，按未报计分';
  return [
    ...lack(
      facts.notSubmitted.length > 0,
      `没有提交自评：${named(facts.notSubmitted, '个单位')}${late}`,
      open,
    ),
    ...lack(facts.undecided.length > 0, `填报值等待考评组审核：${lines(facts.undecided)}`),
    ...lack(facts.returned.length > 0, `退回后没有重新填报：${lines(facts.returned)}${late}`, open),
  ];
}

/** 考评 ends when the marks are open and every judged line has one. */
function ofReview(now: AnnualStanding, facts: Facts): Lack[] {
  const waiting = facts.markers.filter(({ handedIn }) => !handedIn);
  const who = waiting.map(({ name, marked, wanted }) => `${name}（已评${marked}/${wanted}）`);
  return [
    ...lack(!now.marksOpen, `还没有交卷：${named(who, '人')}。全部交卷或者组长公开评分后才能公示`),
    ...lack(now.marksOpen && facts.unmarked.length > 0, `没有有效评分：${lines(facts.unmarked)}`),
  ];
}

/** 公示 ends when its days are over; a rehearsal may end it sooner. */
function ofNotice(now: AnnualStanding, facts: Facts): Lack[] {
  const runs = now.noticeUntil !== null && facts.today <= now.noticeUntil;
  const until = now.noticeUntil === null ? '' : `，${shortDay(now.noticeUntil)}结束`;
  const trial = facts.kind === 'trial' ? '。试评可以提前结束' : '';
  const left = facts.noticeDaysLeft > 0 ? `还有${facts.noticeDaysLeft}个工作日` : '还没有过完';
  return lack(runs, `公示期${left}${until}${trial}`, facts.kind === 'year');
}

/** 复核 ends when every objection is answered. */
const ofRecheck = (facts: Facts): Lack[] =>
  lack(facts.unanswered.length > 0, `异议没有答复：${lines(facts.unanswered)}`);

/** What is missing before the assessment may leave the step it is in; nothing that blocks, and it may. */
export function lacksOf(now: AnnualStanding, facts: Facts): readonly Lack[] {
  switch (now.step) {
    case 'self':
      return ofSelf(now, facts);
    case 'review':
      return ofReview(now, facts);
    case 'notice':
      return ofNotice(now, facts);
    case 'recheck':
      return ofRecheck(facts);
    case 'settled':
      return [];
  }
}

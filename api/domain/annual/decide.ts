/**
 * What may be done with an annual assessment as it stands, and by whom. Each decision is null where it may, or the
 * reason why not.
 */
import type { AnnualStep, Day, PersonId, UnitId } from '../../../db/vocabulary.ts';
import type { AnnualStanding } from './standing.ts';

/** Why something may not be done; the words for people are in `words.ts`. */
export const OBSTACLES = [
  'otherStep',
  'notChair',
  'waits',
  'confirmed',
  'alreadyDecided',
  'handedIn',
  'marksOpen',
  'ownUnit',
  'notAllMarked',
  'nobodyHandedIn',
  'noBasis',
  'noticeOver',
  'alreadyObjected',
  'alreadyAnswered',
  'alreadyAsked',
  'nothingAsked',
  'samePerson',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

const inStep = (now: AnnualStanding, ...steps: readonly AnnualStep[]): Obstacle | null =>
  steps.includes(now.step) ? null : 'otherStep';

export interface Member {
  readonly id: PersonId;
  readonly unitId: UnitId;
  readonly isHead: boolean;
}

/**
 * Who leads the assessment (考评组组长): the member who opened it; where the product opened it on 1 January, the heads
 * of the committee, or where it has none, every member.
 */
export function chairsOf(openedBy: PersonId | null, committee: readonly Member[]): readonly PersonId[] {
  const opener = committee.filter(({ id }) => id === openedBy);
  const heads = committee.filter(({ isHead }) => isHead);
  const chairs = [opener, heads, committee].find((each) => each.length > 0) ?? [];
  return chairs.map(({ id }) => id);
}

/** 转入下一步, 公开评分: by who leads. */
export const toLead = (chairs: readonly PersonId[], personId: PersonId | null): Obstacle | null =>
  personId === null || chairs.includes(personId) ? null : 'notChair';

/** Whether a line of a self-assessment waits for the committee, is confirmed or was sent back; null: not entered. */
export type ClaimState = 'waiting' | 'confirmed' | 'returned' | null;

/** 自评填报: a line that neither waits nor is confirmed; while the step lasts, and during 考评 what was returned. */
export function toClaim(now: AnnualStanding, state: ClaimState): Obstacle | null {
  if (now.step !== 'self' && !(now.step === 'review' && state === 'returned')) return 'otherStep';
  if (state === 'waiting') return 'waits';
  return state === 'confirmed' ? 'confirmed' : null;
}

/** 审核填报值: once, before the list is public. */
export function toDecideClaim(now: AnnualStanding, state: ClaimState): Obstacle | null {
  return inStep(now, 'self', 'review') ?? (state === 'waiting' ? null : 'alreadyDecided');
}

/** Who is of a unit does not mark it (回避). */
export const mayMark = (member: Pick<Member, 'unitId'>, unitId: UnitId): boolean => member.unitId !== unitId;

/** 评分: another unit's judged line, until one's marks are handed in or all are open. */
export function toMark(
  now: AnnualStanding,
  member: Pick<Member, 'id' | 'unitId'>,
  unitId: UnitId,
): Obstacle | null {
  if (now.step !== 'review') return 'otherStep';
  if (now.marksOpen) return 'marksOpen';
  if (now.handedIn.has(member.id)) return 'handedIn';
  return mayMark(member, unitId) ? null : 'ownUnit';
}

/** 交卷: with every line marked. */
export function toHandIn(now: AnnualStanding, personId: PersonId, unmarked: number): Obstacle | null {
  if (now.step !== 'review') return 'otherStep';
  if (now.marksOpen) return 'marksOpen';
  if (now.handedIn.has(personId)) return 'handedIn';
  return unmarked > 0 ? 'notAllMarked' : null;
}

/** 公开评分 before all have handed in: by who leads, and there must be something to open. */
export function toOpenMarks(now: AnnualStanding): Obstacle | null {
  if (now.step !== 'review') return 'otherStep';
  if (now.marksOpen) return 'marksOpen';
  return now.handedIn.size === 0 ? 'nobodyHandedIn' : null;
}

/**
 * Whose marks one may see: one's own always; all of those that count once they are open, and until then nobody
 * else's.
 */
export function visibleMarks<M extends { personId: PersonId }>(
  now: AnnualStanding,
  marks: readonly M[],
  viewer: PersonId | null,
): readonly M[] {
  return marks.filter(({ personId }) => personId === viewer || (now.marksOpen && now.handedIn.has(personId)));
}

/** The marks that make the score: those handed in, once they are open. */
export const countingMarks = <M extends { personId: PersonId }>(
  now: AnnualStanding,
  marks: readonly M[],
): readonly M[] => (now.marksOpen ? marks.filter(({ personId }) => now.handedIn.has(personId)) : []);

/** 调整: while the committee works, on a file; what takes an earlier one back needs none. */
export function toOverride(
  now: AnnualStanding,
  { withdraws, hasFile }: { withdraws: boolean; hasFile: boolean },
): Obstacle | null {
  return inStep(now, 'review', 'recheck') ?? (withdraws || hasFile ? null : 'noBasis');
}

/** 提出异议: during the notice, on its last day too, once for each line. */
export function toObject(now: AnnualStanding, today: Day, already: boolean): Obstacle | null {
  if (now.step !== 'notice') return 'otherStep';
  if (now.noticeUntil !== null && today > now.noticeUntil) return 'noticeOver';
  return already ? 'alreadyObjected' : null;
}

/** 答复异议: during 复核, once. */
export const toAnswer = (now: AnnualStanding, answered: boolean): Obstacle | null =>
  inStep(now, 'recheck') ?? (answered ? 'alreadyAnswered' : null);

/** 签署定档: at the end of 复核. */
export const toSign = (now: AnnualStanding): Obstacle | null => inStep(now, 'recheck');

/** 申请重开: of what is signed, one request at a time. */
export const toAskReopen = (now: AnnualStanding): Obstacle | null =>
  inStep(now, 'settled') ?? (now.reopening === null ? null : 'alreadyAsked');

/** 同意重开: by another than who asked. Refusing is open to both. */
export function toDecideReopen(
  now: AnnualStanding,
  personId: PersonId | null,
  granted: boolean,
): Obstacle | null {
  if (now.step !== 'settled') return 'otherStep';
  if (now.reopening === null) return 'nothingAsked';
  return granted && personId === now.reopening.by ? 'samePerson' : null;
}

/**
 * What may be done with an assignment as it stands. Each decision is null where it may, or the reason why not
 * (product.md, "Life of an assignment"; chat.md, 撤销).
 */
import type { Day, PersonId, RecordId, RecordKind } from '../../../db/vocabulary.ts';
import type { Standing } from './fold.ts';
import { type ProgressRecord, standing } from './record.ts';

/** Why something may not be done; the words for people are in `words.ts`. */
export const OBSTACLES = [
  'alreadyDone',
  'alreadySubmitted',
  'notSubmitted',
  'overtaken',
  'saidBefore',
  'notLater',
  'alreadyPast',
  'nothingAsked',
  'alreadyAsked',
  'notYours',
  'notReport',
  'tooLate',
  'decidedSince',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

type Now = Pick<Standing, 'state' | 'dueOn' | 'extensionUntil'>;
const UNDO_WITHIN_MS = 24 * 3_600_000;

/** 报进度、报结、附材料: until it is submitted, and again once returned. */
export function toReport({ state }: Now): Obstacle | null {
  if (state === 'done') return 'alreadyDone';
  return state === 'submitted' ? 'alreadySubmitted' : null;
}

/** 附材料: also while the submission waits. */
export const toAttach = ({ state }: Now): Obstacle | null => (state === 'done' ? 'alreadyDone' : null);

/**
 * 报进度、报结 of what was said at an instant: not where the office has decided since. A message that was on its way
 * meanwhile knew nothing of the return, and would stand before it in the records, without effect.
 */
export function toReportFrom(
  records: readonly Pick<ProgressRecord, 'id' | 'at' | 'kind' | 'undoes'>[],
  saidAt: Date,
): Obstacle | null {
  const decided = standing(records).some(
    ({ kind, at }) => (kind === 'returned' || kind === 'verified') && at.getTime() > saidAt.getTime(),
  );
  return decided ? 'overtaken' : null;
}

/** 核验、退回: while a submission waits. */
export function toVerify({ state }: Now): Obstacle | null {
  if (state === 'done') return 'alreadyDone';
  return state === 'submitted' ? null : 'notSubmitted';
}

/**
 * 核验、退回、答复延期 said at an instant: not of something that was handed in or asked for only afterwards. A decision
 * that was on its way meanwhile was about what stood before, and would stand before it in the records.
 */
export function toDecideFrom(
  records: readonly Pick<ProgressRecord, 'id' | 'at' | 'kind' | 'undoes'>[],
  about: Extract<RecordKind, 'submitted' | 'extensionAsked'>,
  saidAt: Date,
): Obstacle | null {
  const later = standing(records).some(({ kind, at }) => kind === about && at.getTime() > saidAt.getTime());
  return later ? 'saidBefore' : null;
}

/** 申请延期: to a day that is later than the due day and still to come, today included; one request at a time. */
export function toAskExtension(now: Now, until: Day, today: Day): Obstacle | null {
  const closed = toReport(now);
  if (closed !== null) return closed;
  if (now.extensionUntil !== null) return 'alreadyAsked';
  if (until <= now.dueOn) return 'notLater';
  return until < today ? 'alreadyPast' : null;
}

/** 同意或不同意延期: while a request waits; the day granted may differ from the day asked for. */
export function toDecideExtension(now: Now, until: Day | null): Obstacle | null {
  if (now.extensionUntil === null) return 'nothingAsked';
  return until === null || until > now.dueOn ? null : 'notLater';
}

/** 撤销: one's own report of the last 24 hours, so long as nobody has acted on it. */
export function toUndo(
  records: readonly ProgressRecord[],
  recordId: RecordId,
  personId: PersonId | null,
  now: Date,
): Obstacle | null {
  const stand = standing(records);
  const index = stand.findIndex((record) => record.id === recordId);
  const record = stand[index];
  if (record === undefined || !UNDOABLE.includes(record.kind)) return 'notReport';
  if (record.personId !== personId) return 'notYours';
  if (now.getTime() - record.at.getTime() > UNDO_WITHIN_MS) return 'tooLate';
  const acted = stand.slice(index + 1).some((later) => ACTED.includes(later.kind));
  return acted ? 'decidedSince' : null;
}

const UNDOABLE: readonly string[] = ['reported', 'submitted', 'extensionAsked'];
const ACTED: readonly string[] = ['verified', 'returned', 'extensionGranted', 'extensionRefused'];

/** The last record that the person may take back; undefined where there is none. */
export function lastUndoable(
  records: readonly ProgressRecord[],
  personId: PersonId | null,
  now: Date,
): ProgressRecord | undefined {
  return standing(records).findLast((record) => toUndo(records, record.id, personId, now) === null);
}

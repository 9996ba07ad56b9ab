import { describe, expect, test } from 'vitest';
import type { AssignmentState, PersonId, RecordId } from '../../../db/vocabulary.ts';
import { day } from '../time/day.ts';
import {
  lastUndoable,
  OBSTACLES,
  toAskExtension,
  toAttach,
  toDecideExtension,
  toDecideFrom,
  toReport,
  toReportFrom,
  toUndo,
  toVerify,
} from './decide.ts';
import type { ProgressRecord } from './record.ts';
import { OBSTACLE_WORDS } from './words.ts';

const now = (state: AssignmentState, extensionUntil: string | null = null) => ({
  state,
  dueOn: day('2026-06-30'),
  extensionUntil: extensionUntil === null ? null : day(extensionUntil),
});

describe('what each state allows', () => {
  test.each([
    ['open', null, null, 'notSubmitted'],
    ['active', null, null, 'notSubmitted'],
    ['returned', null, null, 'notSubmitted'],
    ['submitted', 'alreadySubmitted', null, null],
    ['done', 'alreadyDone', 'alreadyDone', 'alreadyDone'],
  ] as const)('%s: report %s, attach %s, verify %s', (state, report, attach, verify) => {
    expect(toReport(now(state))).toBe(report);
    expect(toAttach(now(state))).toBe(attach);
    expect(toVerify(now(state))).toBe(verify);
  });
});

describe('an extension', () => {
  test('is asked for to a later day, once at a time, while the task is the unit’s to do', () => {
    const today = day('2026-06-20');
    expect(toAskExtension(now('active'), day('2026-07-01'), today)).toBeNull();
    expect(toAskExtension(now('active'), day('2026-06-30'), today)).toBe('notLater');
    expect(toAskExtension(now('active', '2026-07-05'), day('2026-07-10'), today)).toBe('alreadyAsked');
    expect(toAskExtension(now('submitted'), day('2026-07-10'), today)).toBe('alreadySubmitted');
    expect(toAskExtension(now('done'), day('2026-07-10'), today)).toBe('alreadyDone');
  });

  test('is not asked for to a day that is past already, though the task is late', () => {
    const today = day('2026-07-08');
    expect(toAskExtension(now('active'), day('2026-07-07'), today)).toBe('alreadyPast');
    expect(toAskExtension(now('active'), today, today)).toBeNull();
  });

  test('is granted to a later day, maybe another than asked for, or refused', () => {
    expect(toDecideExtension(now('active', '2026-07-10'), day('2026-07-05'))).toBeNull();
    expect(toDecideExtension(now('active', '2026-07-10'), day('2026-06-30'))).toBe('notLater');
    expect(toDecideExtension(now('active', '2026-07-10'), null)).toBeNull();
    expect(toDecideExtension(now('active'), null)).toBe('nothingAsked');
  });
});

describe('taking back', () => {
  const me = 1 as PersonId;
  const colleague = 2 as PersonId;
  const start = Date.parse('2026-06-29T01:00:00Z');
  const hour = (hours: number) => new Date(start + hours * 3_600_000);
  const record = (
    id: number,
    kind: ProgressRecord['kind'],
    more: Partial<ProgressRecord> = {},
  ): ProgressRecord => ({
    id: id as RecordId,
    at: hour(id),
    kind,
    personId: me,
    percent: null,
    count: null,
    untilOn: null,
    reason: null,
    undoes: null,
    ...more,
  });
  const id = (n: number) => n as RecordId;

  test('is for one’s own report, submission or request of the last 24 hours', () => {
    for (const kind of ['reported', 'submitted', 'extensionAsked'] as const) {
      expect(toUndo([record(0, kind)], id(0), me, hour(24))).toBeNull();
    }
    expect(toUndo([record(0, 'reported')], id(0), me, hour(24.01))).toBe('tooLate');
    expect(toUndo([record(0, 'reported')], id(0), colleague, hour(1))).toBe('notYours');
    expect(toUndo([record(0, 'reported')], id(7), me, hour(1))).toBe('notReport');
  });

  test('is not for decisions, evidence or an undoing', () => {
    for (const kind of ['verified', 'returned', 'extensionGranted', 'evidenceAttached'] as const) {
      expect(toUndo([record(0, kind)], id(0), me, hour(1))).toBe('notReport');
    }
    const undone = [record(0, 'reported'), record(1, 'undone', { undoes: id(0) })];
    expect(toUndo(undone, id(0), me, hour(2))).toBe('notReport');
    expect(toUndo(undone, id(1), me, hour(2))).toBe('notReport');
  });

  test('ends when the office has acted on it', () => {
    for (const kind of ['verified', 'returned'] as const) {
      const records = [record(0, 'submitted'), record(1, kind, { personId: colleague })];
      expect(toUndo(records, id(0), me, hour(2))).toBe('decidedSince');
      expect(lastUndoable(records, me, hour(2))).toBeUndefined();
    }
  });

  test('goes back one report at a time', () => {
    const records = [record(0, 'reported'), record(1, 'submitted')];
    expect(lastUndoable(records, me, hour(2))?.id).toBe(1);
    const back = [...records, record(2, 'undone', { undoes: id(1) })];
    expect(lastUndoable(back, me, hour(3))?.id).toBe(0);
    expect(lastUndoable(records, colleague, hour(2))).toBeUndefined();
  });
});

describe('what was said before the office decided', () => {
  const said = new Date('2026-06-29T01:00:00Z');
  const returned = (hours: number, kind: ProgressRecord['kind'] = 'returned') => ({
    id: 1 as RecordId,
    at: new Date(said.getTime() + hours * 3_600_000),
    kind,
    undoes: null,
  });

  test('counts no more after a return or a verification, and does after anything else', () => {
    expect(toReportFrom([returned(1)], said)).toBe('overtaken');
    expect(toReportFrom([returned(1, 'verified')], said)).toBe('overtaken');
    expect(toReportFrom([returned(0)], said)).toBeNull();
    expect(toReportFrom([returned(-1)], said)).toBeNull();
    expect(toReportFrom([returned(1, 'extensionGranted'), returned(2, 'reported')], said)).toBeNull();
  });
});

test('a decision said before what it would decide on is none', () => {
  const said = new Date('2026-06-24T09:00:00+08:00');
  const record = (kind: 'submitted' | 'extensionAsked', minutes: number) => ({
    id: 1 as RecordId,
    at: new Date(said.getTime() + minutes * 60_000),
    kind,
    undoes: null,
  });
  expect(toDecideFrom([record('submitted', 1)], 'submitted', said)).toBe('saidBefore');
  expect(toDecideFrom([record('submitted', 0)], 'submitted', said)).toBeNull();
  expect(toDecideFrom([record('submitted', -1)], 'submitted', said)).toBeNull();
  expect(toDecideFrom([record('submitted', 1)], 'extensionAsked', said)).toBeNull();
  expect(toDecideFrom([record('extensionAsked', 1)], 'extensionAsked', said)).toBe('saidBefore');
});

test('every obstacle has its words', () => {
  expect(Object.keys(OBSTACLE_WORDS)).toEqual([...OBSTACLES]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PersonId, RECORD_KINDS, type RecordId } from '../../../db/vocabulary.ts';
import { addDays, day } from '../time/day.ts';
import { fold, withReport } from './fold.ts';
import { madeBy, type ProgressRecord } from './record.ts';

const firstDueOn = day('2026-06-30');
const start = Date.parse('2026-06-01T01:00:00Z');
const HOUR = 3_600_000;

/** A record made `id` hours after the start. */
const record = (id: number, more: Partial<ProgressRecord>): ProgressRecord => ({
  id: id as RecordId,
  at: new Date(start + id * HOUR),
  kind: 'reported',
  personId: 1 as PersonId,
  percent: null,
  count: null,
  untilOn: null,
  reason: null,
  undoes: null,
  ...more,
});
const undo = (id: number, undoes: number) => record(id, { kind: 'undone', undoes: undoes as RecordId });
const standingAfter = (...records: ProgressRecord[]) => fold(records, firstDueOn);

describe('the life of an assignment', () => {
  const reported = record(1, { percent: 60, count: 3 });
  const submitted = record(2, { kind: 'submitted', percent: 100 });
  const verified = record(3, { kind: 'verified' });
  const returned = record(3, { kind: 'returned', reason: '缺照片' });

  test('is open until somebody reports', () => {
    expect(standingAfter()).toMatchObject({
      state: 'open',
      percent: null,
      dueOn: firstDueOn,
      reportedAt: null,
    });
  });

  test('is active with a first report, which a note alone is too', () => {
    expect(standingAfter(reported)).toMatchObject({
      state: 'active',
      percent: 60,
      count: 3,
      reportedAt: reported.at,
    });
    expect(standingAfter(record(1, {}))).toMatchObject({ state: 'active', percent: null });
  });

  test('is submitted, then done, at 100%', () => {
    const waiting = standingAfter(reported, submitted);
    expect(waiting).toMatchObject({
      state: 'submitted',
      percent: 100,
      submittedAt: submitted.at,
      closedAt: null,
    });
    const done = standingAfter(reported, submitted, verified);
    expect(done).toMatchObject({
      state: 'done',
      percent: 100,
      submittedAt: submitted.at,
      closedAt: verified.at,
    });
  });

  test('goes on after a return with what was reported before; the submission no longer stops the clock', () => {
    const back = standingAfter(reported, submitted, returned);
    expect(back).toMatchObject({ state: 'returned', percent: 60, count: 3, submittedAt: null });
    const again = record(9, { kind: 'submitted', percent: 100 });
    expect(standingAfter(reported, submitted, returned, again)).toMatchObject({
      state: 'submitted',
      submittedAt: again.at,
    });
  });

  test('a later figure replaces an earlier, so a report said twice counts once', () => {
    expect(standingAfter(record(1, { count: 2 }), record(2, { count: 2 })).count).toBe(2);
    expect(standingAfter(record(1, { percent: 80 }), record(2, { percent: 50 })).percent).toBe(50);
  });

  test('an extension moves the due day only when granted', () => {
    const asked = record(1, { kind: 'extensionAsked', untilOn: day('2026-07-15'), reason: '汛期' });
    expect(standingAfter(asked)).toMatchObject({
      state: 'open',
      dueOn: firstDueOn,
      extensionUntil: '2026-07-15',
    });
    const refused = record(2, { kind: 'extensionRefused' });
    expect(standingAfter(asked, refused)).toMatchObject({ dueOn: firstDueOn, extensionUntil: null });
    const granted = record(2, { kind: 'extensionGranted', untilOn: day('2026-07-10') });
    expect(standingAfter(asked, granted)).toMatchObject({ dueOn: '2026-07-10', extensionUntil: null });
  });

  test('a request for an extension that nobody answered lapses with the verification', () => {
    const asked = record(1, { kind: 'extensionAsked', untilOn: day('2026-07-15'), reason: '汛期' });
    const submitted = record(2, { kind: 'submitted' });
    expect(standingAfter(asked, submitted)).toMatchObject({ extensionUntil: '2026-07-15' });
    const verified = record(3, { kind: 'verified' });
    expect(standingAfter(asked, submitted, verified)).toMatchObject({ state: 'done', extensionUntil: null });
  });
});

describe('any records', () => {
  const anyRecord = fc.record({
    hours: fc.integer({ min: 0, max: 20 }),
    kind: fc.constantFrom(...RECORD_KINDS.filter((kind) => kind !== 'undone')),
    percent: fc.option(fc.integer({ min: 0, max: 100 })),
    count: fc.option(fc.integer({ min: 0, max: 9 })),
    days: fc.option(fc.integer({ min: 1, max: 30 })),
  });
  /** Several at one instant, and some of them taken back. */
  const anyRecords = fc
    .tuple(fc.array(anyRecord, { maxLength: 12 }), fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }))
    .map(([drawn, undone]) => {
      const made = drawn.map(({ hours, days, ...said }, index) =>
        record(index + 1, {
          ...said,
          at: new Date(start + hours * HOUR),
          untilOn: days === null ? null : addDays(firstDueOn, days),
        }),
      );
      return [...made, ...made.filter((_, n) => undone[n]).map((one) => undo(100 + one.id, one.id))];
    });

  test('add up to the same in whatever order they are given', () => {
    const shuffled = anyRecords.chain((records) =>
      fc.tuple(
        fc.constant(records),
        fc.shuffledSubarray(records, { minLength: records.length, maxLength: records.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([records, turned]) => {
        expect(fold(turned, firstDueOn)).toEqual(fold(records, firstDueOn));
      }),
    );
  });

  test('taken back, leave everything as if never made', () => {
    fc.assert(
      fc.property(anyRecords, anyRecord, (records, { hours, days: _, ...said }) => {
        const slip = record(500, { ...said, at: new Date(start + hours * HOUR) });
        expect(fold([...records, slip, undo(501, 500)], firstDueOn)).toEqual(fold(records, firstDueOn));
      }),
    );
  });

  test('made after an instant do not change what stood as of it', () => {
    fc.assert(
      fc.property(anyRecords, anyRecords, fc.integer({ min: 0, max: 20 }), (records, later, hours) => {
        const asOf = new Date(start + hours * HOUR);
        const after = later.map((one) => ({
          ...one,
          id: (one.id + 1000) as RecordId,
          at: new Date(asOf.getTime() + 1 + one.id),
          undoes: records[0]?.id ?? null,
        }));
        const then = madeBy(records, asOf);
        expect(fold(madeBy([...records, ...after], asOf), firstDueOn)).toEqual(fold(then, firstDueOn));
      }),
    );
  });

  test('with a report later than all come to what they came to and the report, until it is submitted', () => {
    fc.assert(
      fc.property(anyRecords, fc.constantFrom('reported', 'submitted'), anyRecord, (records, kind, said) => {
        const now = fold(records, firstDueOn);
        fc.pre(now.state !== 'submitted' && now.state !== 'done');
        const report = record(1000, { kind, percent: said.percent, count: said.count });
        expect(withReport(now, report)).toEqual(fold([...records, report], firstDueOn));
      }),
    );
  });

  test('agree with themselves: done has a closing, a submission waits or was accepted, and no percentage is lost', () => {
    fc.assert(
      fc.property(anyRecords, (records) => {
        const now = fold(records, firstDueOn);
        if (now.state === 'submitted') expect(now.submittedAt).not.toBeNull();
        if (now.state === 'done') expect(now.closedAt).not.toBeNull();
        if (now.state === 'done' || now.state === 'submitted') expect(now.percent).toBe(100);
        if (now.state === 'open') expect(now.reportedAt).toBeNull();
        expect(now.dueOn >= firstDueOn).toBe(true);
      }),
    );
  });
});

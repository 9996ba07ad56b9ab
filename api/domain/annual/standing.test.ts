import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ANNUAL_EVENTS, ANNUAL_STEPS, type AnnualStep, type PersonId } from '../../../db/vocabulary.ts';
import { day } from '../time/day.ts';
import { countingMarks, toDecideReopen, toMark, toObject, visibleMarks } from './decide.ts';
import { type AnnualEvent, type AnnualStanding, mayHappen, standingOf } from './standing.ts';

const person = (n: number) => n as PersonId;
const anEvent: fc.Arbitrary<AnnualEvent> = fc.record({
  kind: fc.constantFrom(...ANNUAL_EVENTS),
  at: fc.date({ noInvalidDate: true }),
  personId: fc.option(fc.integer({ min: 1, max: 3 }).map(person)),
  untilOn: fc.option(fc.constant(day('2027-01-20'))),
  reason: fc.option(fc.constant('理由')),
  hash: fc.constant('0'.repeat(64)),
});

/** Mostly what may happen next, so that many histories get to the end, and now and then anything at all. */
const history = fc
  .array(fc.tuple(anEvent, fc.nat(), fc.integer({ min: 0, max: 9 })), { maxLength: 60 })
  .map((drawn) => {
    const events: AnnualEvent[] = [];
    for (const [event, which, chance] of drawn) {
      const lawful = ANNUAL_EVENTS.filter((kind) => mayHappen(standingOf(events), kind));
      const kind = chance < 8 ? lawful[which % lawful.length] : event.kind;
      events.push({ ...event, kind: kind ?? event.kind });
    }
    return events;
  });

/** The standings on the way. */
const way = (events: readonly AnnualEvent[]): AnnualStanding[] =>
  events.map((_, n) => standingOf(events.slice(0, n + 1)));

const place = (step: AnnualStep): number => ANNUAL_STEPS.indexOf(step);

test('whatever happens in whatever order, no step is skipped; back goes only from signed to 复核', () => {
  fc.assert(
    fc.property(history, (events) => {
      let before = place('self');
      for (const { step } of way(events)) {
        const now = place(step);
        const reopened = before === place('settled') && now === place('recheck');
        expect(now === before || now === before + 1 || reopened).toBe(true);
        before = now;
      }
    }),
  );
});

test('nobody sees another’s mark before the marks are open, and afterwards only those that count', () => {
  const marks = [1, 2, 3].map((n) => ({ personId: person(n), mark: n }));
  fc.assert(
    fc.property(history, fc.integer({ min: 1, max: 3 }), (events, viewer) => {
      const now = standingOf(events);
      const others = visibleMarks(now, marks, person(viewer)).filter(({ personId }) => personId !== viewer);
      if (!now.marksOpen) {
        expect(others).toEqual([]);
        expect(countingMarks(now, marks)).toEqual([]);
      } else {
        expect(others.every(({ personId }) => now.handedIn.has(personId))).toBe(true);
      }
      if (now.step === 'self') expect(now.marksOpen).toBe(false);
    }),
  );
});

test('a mark that was handed in or opened can be given no more, whatever happens after', () => {
  fc.assert(
    fc.property(history, history, (events, later) => {
      const now = standingOf(events);
      const member = { id: person(1), unitId: 1 as never };
      fc.pre(now.marksOpen || now.handedIn.has(member.id));
      expect(toMark(standingOf([...events, ...later]), member, 2 as never)).not.toBeNull();
    }),
  );
});

test('what is signed stays signed until one person asks for reopening and another grants it', () => {
  fc.assert(
    fc.property(history, (events) => {
      let before: AnnualStanding = standingOf([]);
      for (const [n, now] of way(events).entries()) {
        if (before.step === 'settled' && now.step !== 'settled') {
          const by = events[n]?.personId;
          expect(before.reopening).not.toBeNull();
          expect(by === null || by !== before.reopening?.by).toBe(true);
        } else if (before.step === 'settled') {
          expect(now.signed).toEqual(before.signed);
        }
        before = now;
      }
    }),
    { numRuns: 300 },
  );
});

const happened = (kind: AnnualEvent['kind'], by: number, untilOn: string | null = null): AnnualEvent => ({
  kind,
  at: new Date('2027-01-04T09:00:00+08:00'),
  personId: person(by),
  untilOn: untilOn === null ? null : day(untilOn),
  reason: null,
  hash: kind === 'signed' ? 'a'.repeat(64) : null,
});
const toNotice = [
  happened('opened', 1, '2027-01-22'),
  happened('reviewBegan', 1),
  happened('handedIn', 1),
  happened('marksOpened', 1),
  happened('noticePosted', 1, '2027-01-29'),
];

test('an objection may be raised on the last day of the notice and not on the next', () => {
  const now = standingOf(toNotice);
  expect(toObject(now, day('2027-01-29'), false)).toBeNull();
  expect(toObject(now, day('2027-01-30'), false)).toBe('noticeOver');
  expect(toObject(now, day('2027-01-29'), true)).toBe('alreadyObjected');
});

test('histories do get to the end and back', () => {
  const seen = fc.sample(history, 200).flatMap(way);
  expect(new Set(seen.map(({ step }) => step))).toEqual(new Set(ANNUAL_STEPS));
  expect(
    seen.some(({ step, signed, noticeFrom }) => step === 'recheck' && signed === null && noticeFrom),
  ).toBe(true);
});

test('who asked to reopen cannot grant it, but may take the request back', () => {
  const now = standingOf([
    ...toNotice,
    happened('recheckBegan', 1),
    happened('signed', 2),
    happened('reopenAsked', 1),
  ]);
  expect(toDecideReopen(now, person(1), true)).toBe('samePerson');
  expect(toDecideReopen(now, person(1), false)).toBeNull();
  expect(toDecideReopen(now, person(2), true)).toBeNull();
});

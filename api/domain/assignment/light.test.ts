import { describe, expect, test } from 'vitest';
import type { AssignmentState } from '../../../db/vocabulary.ts';
import { day } from '../time/day.ts';
import { createCalendar } from '../time/working-days.ts';
import { type Lit, latenessOf, lightBounds, lightOf, lightOfMany, limitOf } from './light.ts';

const calendar = createCalendar();
const dueOn = day('2026-06-30');
const assignment = (state: AssignmentState, more: Partial<Lit> = {}): Lit => ({
  state,
  dueOn,
  lastDueOn: null,
  ...more,
});
const lightOn = (today: string, one: Lit) => lightOf(one, lightBounds(day(today), calendar));

describe('a task that is not submitted', () => {
  // 19 to 21 June are a holiday, so five working days before 30 June is the 23rd.
  test.each([
    ['2026-06-01', 'green'],
    ['2026-06-22', 'green'],
    ['2026-06-23', 'yellow'],
    ['2026-06-30', 'yellow'],
    ['2026-07-01', 'red'],
    ['2026-12-31', 'red'],
  ])('due on 30 June is on %s %s', (today, light) => {
    for (const state of ['open', 'active', 'returned'] as const) {
      expect(lightOn(today, assignment(state))).toBe(light);
    }
  });

  test('is yellow between the due day and a second limit, red after that', () => {
    const meeting = assignment('active', { lastDueOn: day('2026-07-31') });
    expect(limitOf(meeting)).toBe('2026-07-31');
    expect(lightOn('2026-07-01', meeting)).toBe('yellow');
    expect(lightOn('2026-07-31', meeting)).toBe('yellow');
    expect(lightOn('2026-08-01', meeting)).toBe('red');
  });

  test('has an extension past the second limit as its limit', () => {
    expect(limitOf({ dueOn: day('2026-08-14'), lastDueOn: day('2026-07-31') })).toBe('2026-08-14');
  });
});

test('a submission that waits for the office is green, however long it waits and however late it came', () => {
  expect(lightOn('2026-06-30', assignment('submitted'))).toBe('green');
  expect(lightOn('2026-09-01', assignment('submitted'))).toBe('green');
});

test('what is done is blue, late or not', () => {
  expect(lightOn('2026-09-01', assignment('done'))).toBe('blue');
});

describe('how late or near', () => {
  test.each([
    ['2026-06-18', 0, 7],
    ['2026-06-29', 0, 1],
    ['2026-06-30', 0, 0],
    ['2026-07-01', 1, 0],
    ['2026-07-05', 3, 0],
    ['2026-07-09', 7, 0],
  ])('on %s it is %i late, %i left', (today, workingDaysLate, workingDaysLeft) => {
    const lateness = latenessOf(assignment('active'), day(today), calendar);
    expect(lateness).toEqual({ workingDaysLate, workingDaysLeft });
  });

  test('is nothing once it is submitted or done', () => {
    for (const state of ['submitted', 'done'] as const) {
      const lateness = latenessOf(assignment(state), day('2026-07-09'), calendar);
      expect(lateness).toEqual({ workingDaysLate: 0, workingDaysLeft: 0 });
    }
  });

  test('counts from the due day, not from a second limit', () => {
    const meeting = assignment('active', { lastDueOn: day('2026-07-31') });
    expect(latenessOf(meeting, day('2026-08-03'), calendar).workingDaysLate).toBe(24);
  });
});

test.each([
  [{ red: 1, yellow: 2, green: 3, blue: 4 }, 'red'],
  [{ red: 0, yellow: 1, green: 9, blue: 9 }, 'yellow'],
  [{ red: 0, yellow: 0, green: 1, blue: 9 }, 'green'],
  [{ red: 0, yellow: 0, green: 0, blue: 2 }, 'blue'],
  [{ red: 0, yellow: 0, green: 0, blue: 0 }, 'green'],
])('of many the worst shines: %o is %s', (counts, light) => {
  expect(lightOfMany(counts)).toBe(light);
});

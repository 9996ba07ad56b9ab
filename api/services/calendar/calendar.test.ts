import { expect, test } from 'vitest';
import { day } from '../../domain/time/day.ts';
import { openTestStore } from '../../testing/test-store.ts';
import { world } from '../../testing/world.ts';
import { changeCalendar, type DayChange } from './change-calendar.ts';
import { readCalendar } from './read-calendar.ts';
import { showCalendar } from './show-calendar.ts';

const store = await openTestStore();
const restOn10July: DayChange = { day: day('2026-07-10'), word: 'rest', was: null };

test('the admin’s word goes over what is published, and the same the other way round takes it back', async () => {
  const w = await world(store);
  const shown = async () =>
    (await showCalendar(w.as('admin'), 2026)).days.find((each) => each.day === '2026-07-10');
  await changeCalendar(w.as('admin'), [restOn10July]);
  expect(await shown()).toMatchObject({ working: false, publishedWorking: true, word: 'rest' });
  expect((await readCalendar(w.system)).isWorkingDay(day('2026-07-10'))).toBe(false);
  await changeCalendar(w.as('admin'), [{ ...restOn10July, word: null, was: 'rest' }]);
  expect(await shown()).toMatchObject({ working: true, word: null });
});

test('of two admins who looked at the same day, the second is told', async () => {
  const w = await world(store);
  const both = await Promise.allSettled([
    changeCalendar(w.as('admin'), [restOn10July]),
    changeCalendar(w.as('admin'), [restOn10July, { day: day('2026-07-13'), word: 'rest', was: null }]),
  ]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  expect(both.find((each) => each.status === 'rejected')).toMatchObject({ reason: { kind: 'conflict' } });
});

test('a year that is not published is flagged from the year before, and stays so until the package knows it', async () => {
  const w = await world(store);
  const { known, unpublished, days } = await showCalendar(w.as('office'), 2027);
  expect({ known, unpublished }).toEqual({ known: false, unpublished: [2027] });
  expect(days.filter(({ working }) => working)).toHaveLength(261);
  expect((await showCalendar(w.as('office'), 2026)).days.find((each) => each.day === '2026-02-14')).toEqual({
    day: '2026-02-14',
    working: true,
    publishedWorking: true,
    name: '春节',
    word: null,
  });
});

test('the office looks at the calendar and does not change it', async () => {
  const w = await world(store);
  await expect(changeCalendar(w.as('office'), [restOn10July])).rejects.toMatchObject({ kind: 'forbidden' });
});

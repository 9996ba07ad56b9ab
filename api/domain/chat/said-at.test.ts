import { describe, expect, test } from 'vitest';
import { saidAt } from './said-at.ts';

const receivedAt = new Date('2026-07-01T08:00:00+08:00');

describe('the instant from which a message counts', () => {
  test('a message said last night counts from last night, though it came in the morning', () => {
    const sentAt = new Date('2026-06-30T23:50:00+08:00');
    expect(saidAt({ sentAt, receivedAt })).toBe(sentAt);
  });

  test.each([
    ['stamped with the whole second', '2026-07-01T07:59:59+08:00'],
    ['from a clock that is ahead', '2026-07-01T08:03:00+08:00'],
    ['said longer than three days ago', '2026-06-28T07:59:59+08:00'],
  ])('a message %s counts from its arrival', (_, stamp) => {
    expect(saidAt({ sentAt: new Date(stamp), receivedAt })).toBe(receivedAt);
  });
});

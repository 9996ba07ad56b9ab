import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CHAT_PACE, type Outgoing, pauseAfter, quietUntil, SIMULATOR_PACE, verdictOn } from './sending.ts';

const at = (time: string): Date => new Date(`2026-07-01T${time}+08:00`);
const NOON = at('12:00:00');
const message = (over: Partial<Outgoing> = {}): Outgoing => ({
  cause: 'reminder',
  notBefore: at('00:00:00'),
  expiresAt: null,
  ...over,
});
const ago = (ms: number): Date => new Date(NOON.getTime() - ms);

describe('quiet hours', () => {
  test.each([
    ['00:00:00', at('08:00:00')],
    ['07:59:59', at('08:00:00')],
    ['08:00:00', null],
    ['21:29:59', null],
    ['21:30:00', new Date('2026-07-02T08:00:00+08:00')],
    ['23:59:59', new Date('2026-07-02T08:00:00+08:00')],
  ])('at %s', (time, until) => {
    expect(quietUntil(at(time))).toEqual(until);
  });

  test('a reminder waits for morning, an answer does not', () => {
    const night = at('22:00:00');
    const morning = new Date('2026-07-02T08:00:00+08:00');
    expect(verdictOn(message(), [], night, CHAT_PACE)).toEqual({ go: 'later', at: morning });
    expect(verdictOn(message({ cause: 'decision' }), [], night, CHAT_PACE)).toEqual({
      go: 'later',
      at: morning,
    });
    expect(verdictOn(message({ cause: 'reply' }), [], night, CHAT_PACE)).toEqual({ go: 'now' });
  });
});

describe('the rate of a room', () => {
  test('one message in three seconds', () => {
    expect(verdictOn(message(), [ago(1000)], NOON, CHAT_PACE)).toEqual({
      go: 'later',
      at: new Date(NOON.getTime() + 2000),
    });
    expect(verdictOn(message(), [ago(3000)], NOON, CHAT_PACE)).toEqual({ go: 'now' });
  });

  test('twenty a minute', () => {
    const sent = Array.from({ length: 20 }, (_, n) => ago(2500 * n + 3000));
    expect(verdictOn(message({ cause: 'reply' }), sent, NOON, CHAT_PACE)).toEqual({
      go: 'later',
      at: new Date(NOON.getTime() + 60_000 - 50_500),
    });
    expect(verdictOn(message(), sent.slice(1), NOON, CHAT_PACE)).toEqual({ go: 'now' });
  });

  test('in the simulator an answer goes at once', () => {
    expect(verdictOn(message({ cause: 'reply' }), [ago(0)], NOON, SIMULATOR_PACE)).toEqual({ go: 'now' });
    expect(verdictOn(message(), [ago(0)], NOON, SIMULATOR_PACE).go).toBe('later');
  });
});

test('a message that has become stale never goes, whatever else holds', () => {
  expect(verdictOn(message({ expiresAt: NOON }), [], NOON, CHAT_PACE)).toEqual({ go: 'never' });
  expect(verdictOn(message({ expiresAt: at('12:00:01') }), [], NOON, CHAT_PACE)).toEqual({ go: 'now' });
});

test('a message told to wait until later is let go then, if nothing else was sent', () => {
  const instants = fc
    .integer({ min: 0, max: 86_400_000 })
    .map((ms) => new Date(at('00:00:00').getTime() + ms));
  fc.assert(
    fc.property(instants, fc.array(instants, { maxLength: 25 }), instants, (now, sent, notBefore) => {
      const past = sent.filter((each) => each <= now).sort((a, b) => b.getTime() - a.getTime());
      const verdict = verdictOn(message({ notBefore }), past, now, CHAT_PACE);
      if (verdict.go !== 'later') return;
      expect(verdict.at.getTime()).toBeGreaterThan(now.getTime());
      const again = verdictOn(message({ notBefore }), past, verdict.at, CHAT_PACE);
      // Morning may lie between: then that is the one thing left to wait for.
      const last =
        again.go === 'later' ? verdictOn(message({ notBefore }), past, again.at, CHAT_PACE) : again;
      expect(last).toEqual({ go: 'now' });
    }),
  );
});

test('tries are spaced by one second doubling to ten minutes', () => {
  expect([1, 2, 3, 9, 10, 11, 12].map((tries) => pauseAfter(tries) / 1000)).toEqual([
    1, 2, 4, 256, 512, 600, 600,
  ]);
});

import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { together } from './together.ts';

const later = async <T>(turns: number, came: T): Promise<T> => {
  for (let turn = 0; turn < turns; turn++) await setImmediate();
  return came;
};

test('gives what all of it came to, in the order it was asked in', async () => {
  expect(await together(later(3, 'a'), later(1, 2))).toEqual(['a', 2]);
});

test('what fails first is thrown, once the rest has ended', async () => {
  const ended: string[] = [];
  const slow = later(5, 'slow').then((name) => {
    ended.push(name);
    throw new Error('thereupon');
  });
  const quick = later(1, 'quick').then(() => {
    throw new Error('first');
  });
  await expect(together(slow, quick)).rejects.toThrow('first');
  expect(ended).toEqual(['slow']);
});

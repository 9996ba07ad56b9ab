import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sameRoom } from './same-room.ts';

const people = (...names: string[]) => names.map((name, at) => ({ externalId: `${at}-${name}`, name }));
const again = (speakers: string[], members: string[]) =>
  sameRoom(people(...speakers), people(...members))?.map(({ speaker }) => speaker.name) ?? null;

describe('a room under a new number', () => {
  test.each([
    ['two of two who spoke are there again', ['甲', '乙'], ['丙', '乙', '甲'], ['甲', '乙']],
    ['two of four: half', ['甲', '乙', '丙', '丁'], ['甲', '乙'], ['甲', '乙']],
  ])('is the same where %s', (_, speakers, members, known) => {
    expect(again(speakers, members)).toEqual(known);
  });

  test.each([
    ['one alone is there again', ['甲'], ['甲', '乙']],
    ['two of five are', ['甲', '乙', '丙', '丁', '戊'], ['甲', '乙']],
    ['a name stands twice among the members', ['甲', '乙'], ['甲', '甲', '乙']],
    ['a name stands twice among those who spoke', ['甲', '甲', '乙'], ['甲', '乙']],
    ['nobody is', ['甲', '乙'], []],
  ])('is another where %s', (_, speakers, members) => {
    expect(again(speakers, members)).toBeNull();
  });

  test('pairs nobody with somebody of another name, nor anybody twice', () => {
    const names = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 6 });
    fc.assert(
      fc.property(names, names, (speakers, members) => {
        const pairs = sameRoom(people(...speakers), people(...members)) ?? [];
        expect(pairs.filter(({ speaker, member }) => speaker.name !== member.name)).toEqual([]);
        expect(new Set(pairs.map(({ member }) => member.externalId)).size).toBe(pairs.length);
        expect(new Set(pairs.map(({ speaker }) => speaker.externalId)).size).toBe(pairs.length);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Action, GLOBAL_ACTIONS, KEYS, QUEUE_ACTIONS, readKey, SHEET_ACTIONS } from './shortcuts.ts';

const ALL: readonly Action[] = [...GLOBAL_ACTIONS, ...QUEUE_ACTIONS, ...SHEET_ACTIONS];
const type = (keys: readonly string[], listening = ALL): (Action | null)[] => {
  let typed: readonly string[] = [];
  return keys.map((key) => {
    const read = readKey(typed, key, listening);
    typed = read.typed;
    return read.action;
  });
};

describe('the keyboard', () => {
  it('takes single keys at once', () => {
    expect(type(['/', '?', 'j'])).toEqual(['search', 'help', 'next']);
  });

  it('takes pairs at their second key, though that key alone means something else', () => {
    expect(type(['g', 'v'])).toEqual([null, 'verify']);
    expect(type(['g', 'r', 'r'])).toEqual([null, 'ranking', 'sendBack']);
  });

  it('starts anew with a key that leads nowhere', () => {
    expect(type(['g', 'j'])).toEqual([null, 'next']);
    expect(type(['g', 'g', 'o'])).toEqual([null, null, 'overview']);
  });

  it('hears only what is listened for', () => {
    expect(type(['v', 'g', 'o'], ['overview'])).toEqual([null, null, 'overview']);
  });

  it('has no action that another one hides', () => {
    for (const action of ALL) expect(type(KEYS[action]).pop()).toBe(action);
  });

  it('is never stuck: after any keys every action can be reached', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('g', 'o', 'x', 'j', '/')),
        fc.constantFrom(...ALL),
        (keys, action) => {
          expect(type([...keys, 'x', ...KEYS[action]]).pop()).toBe(action);
        },
      ),
    );
  });
});

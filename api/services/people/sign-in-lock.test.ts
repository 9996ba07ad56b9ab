import { describe, expect, test } from 'vitest';
import { openTestStore } from '../../testing/test-store.ts';
import { world } from '../../testing/world.ts';
import { countFailure, forgetFailures, refuseLocked } from './sign-in-lock.ts';

const store = await openTestStore();
let sequence = 0;
/** A name and two addresses that no other test of this file has. */
const strangers = () => {
  sequence += 1;
  return { name: `user${sequence}`, here: `192.0.2.${sequence}`, there: `198.51.100.${sequence}` };
};
const locked = { kind: 'tooMany', code: 'signInLocked' };

describe('the lock on sign-in', () => {
  test('locks account and address at the fifth failure, for 15 minutes', async () => {
    const { system, clock } = await world(store);
    const { name, here, there } = strangers();
    for (let failure = 0; failure < 4; failure += 1) await countFailure(system, name, here);
    await refuseLocked(system, name, here);
    await countFailure(system, name, here);
    await expect(refuseLocked(system, name, there)).rejects.toMatchObject(locked);
    await expect(refuseLocked(system, 'somebody.else', here)).rejects.toMatchObject(locked);
    await refuseLocked(system, 'somebody.else', there);
    clock.advance(14);
    await expect(refuseLocked(system, name, there)).rejects.toMatchObject(locked);
    clock.advance(1);
    await refuseLocked(system, name, here);
  });

  test('counts within 15 minutes only', async () => {
    const { system, clock } = await world(store);
    const { name, here } = strangers();
    for (let failure = 0; failure < 8; failure += 1) {
      await countFailure(system, name, here);
      clock.advance(4);
    }
    await refuseLocked(system, name, here);
  });

  test('counts an account from whatever address, and however its name is written', async () => {
    const { system } = await world(store);
    const { name, there } = strangers();
    for (let failure = 0; failure < 5; failure += 1) {
      await countFailure(system, failure % 2 ? name : name.toUpperCase(), `203.0.113.${failure}`);
    }
    await expect(refuseLocked(system, name, there)).rejects.toMatchObject(locked);
  });

  test('forgets the account after a good sign-in, not the address', async () => {
    const { system } = await world(store);
    const { name, here } = strangers();
    for (let failure = 0; failure < 4; failure += 1) await countFailure(system, name, here);
    await forgetFailures(system, name);
    await countFailure(system, name, here);
    await expect(refuseLocked(system, 'another', here)).rejects.toMatchObject(locked);
    await refuseLocked(system, name, strangers().here);
  });
});

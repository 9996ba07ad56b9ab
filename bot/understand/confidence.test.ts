import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { signOf } from '../testing/corpus.ts';
import { learn } from '../testing/logistic.ts';
import { BAR, confidence, KINDS, weigher } from './confidence.ts';
import learned from './weights.json' with { type: 'json' };

describe('confidence', () => {
  test('is a probability, and what was never learned changes nothing', () => {
    const evidence = fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 40 });
    fc.assert(
      fc.property(evidence, (pieces) => {
        for (const kind of KINDS) {
          const sure = confidence[kind](pieces);
          expect(sure).toBeGreaterThanOrEqual(0);
          expect(sure).toBeLessThanOrEqual(1);
          expect(confidence[kind]([...pieces, 'never seen'])).toBe(sure);
        }
      }),
    );
  });

  test('was learned from the corpus as it stands: `npm run learn` after each change', () => {
    expect(learned.learnedFrom).toBe(signOf('develop'));
  });
});

describe('learning', () => {
  test('finds what tells examples apart, among what does not', () => {
    const noise = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 5 });
    const example = fc.record({ noise, holds: fc.boolean() }).map((each) => ({
      evidence: new Set([...each.noise, each.holds ? 'telling' : 'other']),
      holds: each.holds,
    }));
    fc.assert(
      fc.property(fc.array(example, { minLength: 60, maxLength: 90 }), (examples) => {
        const both = new Set(examples.map(({ holds }) => holds)).size === 2;
        fc.pre(both && examples.filter(({ holds }) => holds).length % 10 !== 0);
        const weigh = weigher(learn(examples));
        for (const { evidence, holds } of examples) expect(weigh(evidence) >= BAR).toBe(holds);
      }),
      { numRuns: 10 },
    );
  });
});

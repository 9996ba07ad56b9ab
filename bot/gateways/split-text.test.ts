import fc from 'fast-check';
import { expect, test } from 'vitest';
import { splitText } from './split-text.ts';

test('a text that fits stays whole; a longer one is cut between lines', () => {
  expect(splitText('一\n二', 100)).toEqual(['一\n二']);
  expect(splitText('一二\n三四\n五', 14)).toEqual(['一二\n三四', '五']);
  expect(splitText('一二三', 7)).toEqual(['一二', '三']);
});

test('whatever the text, each piece fits, no character is broken, and no word is lost', () => {
  const texts = fc.string({ unit: 'grapheme', maxLength: 300 });
  fc.assert(
    fc.property(texts, fc.integer({ min: 4, max: 60 }), (text, most) => {
      const pieces = splitText(text, most);
      for (const piece of pieces) expect(Buffer.byteLength(piece)).toBeLessThanOrEqual(most);
      const bare = (all: string): string => all.replaceAll(/\s/g, '');
      expect(bare(pieces.join(''))).toBe(bare(text));
    }),
    { numRuns: 60 },
  );
});

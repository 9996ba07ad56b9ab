import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chatLine } from './chat-line.ts';
import { composeBulletin } from './compose.ts';
import { paragraphsOf, plainText, type Spans } from './content.ts';
import { anyFacts, calmFacts } from './testing.ts';
import { type Piece, renew, reword } from './wording.ts';
import { bulletinNumber, topicOf } from './words.ts';

const content = composeBulletin(calmFacts());
const first = (of = content): Spans => paragraphsOf(of)[0]?.spans ?? [];
const at = { section: 0, block: 0 };
const pieces = first().map(({ kind, text }): Piece => ({ kind, text }));
const changed = (change: (piece: Piece, at: number) => Piece[]) => [
  { ...at, pieces: pieces.flatMap(change) },
];

describe('editing', () => {
  test('changes words and keeps every figure', () => {
    const edits = changed((piece) => [
      { ...piece, text: piece.kind === 'text' ? `${piece.text}（稿）` : piece.text },
    ]);
    const edited = reword(content, edits);
    if (!edited.ok) throw new Error(edited.fault);
    expect(plainText(first(edited.content))).toContain('（稿）');
    const figures = (spans: Spans) => spans.filter(({ kind }) => kind === 'figure');
    expect(figures(first(edited.content))).toEqual(figures(first()));
  });

  test.each([
    ['a figure dropped', changed((piece, n) => (n === 3 ? [] : [piece])), 'figuresChanged'],
    [
      'a figure altered',
      changed((piece) => [piece.kind === 'figure' ? { ...piece, text: '121' } : piece]),
      'figuresChanged',
    ],
    ['a figure said twice', changed((piece) => [piece, piece]), 'figuresChanged'],
    [
      'a figure typed',
      changed((piece, n) => [
        n === 0 ? piece : { ...piece, text: piece.kind === 'text' ? '约9' : piece.text },
      ]),
      'figureTyped',
    ],
    [
      'a figure typed full width',
      changed((piece) => [{ ...piece, text: piece.kind === 'text' ? '９' : piece.text }]),
      'figureTyped',
    ],
    [
      'a share in words',
      changed((piece) => [{ ...piece, text: piece.kind === 'text' ? '百分之九十' : piece.text }]),
      'figureTyped',
    ],
    [
      'no words left',
      changed((piece) => [{ ...piece, text: piece.kind === 'text' ? '' : piece.text }]),
      'empty',
    ],
    ['a table', [{ section: 0, block: 9, pieces }], 'noParagraph'],
  ])('refuses %s', (_, edits, fault) => {
    expect(reword(content, edits)).toEqual({ ok: false, fault, at: 0 });
  });

  test('in any order, no edit that is let through changes what the figures are', () => {
    fc.assert(
      fc.property(
        anyFacts,
        fc.array(
          fc.record({
            kind: fc.constantFrom('text' as const, 'figure' as const),
            text: fc.string({ maxLength: 6 }),
          }),
        ),
        (facts, sent) => {
          const composed = composeBulletin(facts);
          const edited = reword(composed, [{ ...at, pieces: sent }]);
          if (!edited.ok) return;
          const kept = first(edited.content).filter(({ kind }) => kind !== 'text');
          expect(kept).toEqual(first(composed).filter(({ kind }) => kind !== 'text'));
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('newer figures', () => {
  const edited = reword(
    content,
    changed((piece, n) => [n === 0 ? { ...piece, text: '据统计，截至' } : piece]),
  );
  if (!edited.ok) throw new Error(edited.fault);

  test('keep the wording while the situation is the same', () => {
    const fresh = composeBulletin(calmFacts({ total: { due: 121, done: 115, onTime: 110 } }));
    const renewed = plainText(first(renew(edited.content, content, fresh)));
    expect(renewed).toContain('据统计，截至5月31日');
    expect(renewed).toContain('到期任务共121项');
  });

  test('are told anew where the situation has changed', () => {
    const fresh = composeBulletin(calmFacts({ total: { due: 200, done: 100, onTime: 90 } }));
    const renewed = plainText(first(renew(edited.content, content, fresh)));
    expect(renewed).toContain('下降');
    expect(renewed).not.toContain('据统计');
  });
});

test('the chat has one line with a link beside the picture', () => {
  const issued = { ...content, number: bulletinNumber('示例街道', 2026, 5) };
  expect(chatLine(issued, 'http://127.0.0.1:3000/bulletins/1')).toBe(
    '【示例街道督办〔2026〕5号】关于2026年5月未成年人保护工作情况的通报\nhttp://127.0.0.1:3000/bulletins/1',
  );
});

test.each([
  ['未成年人保护专项工作实施方案', '未成年人保护工作'],
  ['示例街道关于河道整治行动方案（2026年）', '河道整治工作'],
  ['工作方案', '重点工作'],
])('%s is about %s', (title, topic) => {
  expect(topicOf(title)).toBe(topic);
});

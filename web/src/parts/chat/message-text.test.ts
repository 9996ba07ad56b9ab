import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAfterPause, piecesOf } from './message-text.ts';

describe('a message', () => {
  it('has its links set apart, also right before Chinese text', () => {
    expect(piecesOf('填报：http://127.0.0.1:3000/m/abc.def，谢谢')).toEqual([
      { kind: 'text', text: '填报：' },
      { kind: 'link', text: 'http://127.0.0.1:3000/m/abc.def' },
      { kind: 'text', text: '，谢谢' },
    ]);
  });

  it('makes no link of other schemes', () => {
    expect(piecesOf('javascript:alert(1)')).toEqual([{ kind: 'text', text: 'javascript:alert(1)' }]);
  });

  it('has its lights drawn', () => {
    expect(piecesOf('🔴逾期 2.1-3')).toEqual([
      { kind: 'light', text: '🔴', light: 'red' },
      { kind: 'text', text: '逾期 2.1-3' },
    ]);
  });

  it('is whole again when its pieces are put together', () => {
    fc.assert(
      fc.property(fc.string(), fc.webUrl(), fc.string(), (before, url, after) => {
        const text = `${before} ${url} 🟡${after}`;
        expect(
          piecesOf(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('the time between messages', () => {
  it('is shown at the first one and after a pause', () => {
    expect(isAfterPause('2026-06-24T02:00:00Z', undefined)).toBe(true);
    expect(isAfterPause('2026-06-24T02:04:00Z', '2026-06-24T02:00:00Z')).toBe(false);
    expect(isAfterPause('2026-06-24T02:06:00Z', '2026-06-24T02:00:00Z')).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { identityCheck, isIdentityNumber, maskPersonalData, passesLuhn } from './masking.ts';

/** Made-up numbers: no province has the code 99, and the check characters are computed. */
const identity = (first17: string): string => first17 + identityCheck(first17);
const SOMEBODY = identity('99010120110203123');
const WITH_X = ((): string => {
  for (let n = 100; n < 999; n++) {
    const number = identity(`99010120110203${n}`);
    if (number.endsWith('X')) return number;
  }
  throw new Error('one number in eleven ends with X');
})();
const card = (stem: string): string => {
  const digit = [...'0123456789'].find((each) => passesLuhn(stem + each)) ?? '0';
  return stem + digit;
};

const ID = '【身份证号已隐去】';
const CARD = '【银行卡号已隐去】';
const MOBILE = '【手机号已隐去】';

describe('what is masked', () => {
  test.each([
    ['an identity number in a sentence', `孩子身份证${SOMEBODY}，已登记`, `孩子身份证${ID}，已登记`],
    ['one that ends with X, small or capital', `${WITH_X} ${WITH_X.toLowerCase()}`, `${ID} ${ID}`],
    ['one written in groups', `${SOMEBODY.slice(0, 6)} ${SOMEBODY.slice(6, 14)} ${SOMEBODY.slice(14)}`, ID],
    ['one in full-width digits', SOMEBODY.replace(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))), ID],
    ['one glued to other digits', `编号7${SOMEBODY}88`, `编号7${ID}88`],
    ['a mobile number', '联系13800000000谢谢', `联系${MOBILE}谢谢`],
    ['a mobile number in groups', '138-0000-0000 或 138 0000 0001', `${MOBILE} 或 ${MOBILE}`],
    ['a mobile number with the country code', '+86 13800000000', `+${MOBILE}`],
    ['a mobile number beside a task code', '2.1-3 13800000000', `2.1-3 ${MOBILE}`],
    ['a bank card', `卡号${card('622202000000000000')}`, `卡号${CARD}`],
    ['a bank card in groups of four', card('400000000000000').replace(/\d{4}(?=\d)/g, '$& '), CARD],
  ])('%s', (_, text, masked) => {
    expect(maskPersonalData(text).text).toBe(masked);
  });

  test('each piece is counted by its kind', () => {
    expect(maskPersonalData(`${SOMEBODY}、13800000000、13800000001`).found.sort()).toEqual([
      'identityCard',
      'mobile',
      'mobile',
    ]);
  });
});

describe('what is left alone', () => {
  test.each([
    '2.1-3 已完成，6月28日前报 98.5%',
    '12户完成9户，橙色C-0132',
    `校验位不对的 ${SOMEBODY.slice(0, 17)}${SOMEBODY.endsWith('1') ? '2' : '1'}`,
    '热线12345，座机 0812-1234567',
    '金额1380000000000元',
    '文号〔2026〕18号，2026-06-30 09:30:00',
  ])('%s', (text) => {
    expect(maskPersonalData(text)).toEqual({ text, found: [] });
  });
});

const identities = fc
  .tuple(
    fc.integer({ min: 100_000, max: 999_999 }),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([region, born, order]) =>
    identity(
      `${region}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`,
    ),
  );
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom(...'0123456789X -岁') }),
);

/** Every identity number that a reader could still make out, separators or not. */
function identitiesLeftIn(text: string): string[] {
  const bare = text.replace(/[ -]/g, '');
  return Array.from({ length: Math.max(0, bare.length - 17) }, (_, at) => bare.slice(at, at + 18)).filter(
    isIdentityNumber,
  );
}

test('no identity number with a right checksum survives, whatever stands around it', () => {
  fc.assert(
    fc.property(anyText, identities, anyText, (before, number, after) => {
      const { text, found } = maskPersonalData(before + number + after);
      expect(found).toContain('identityCard');
      expect(identitiesLeftIn(text)).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test('a text without digits is never touched', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const without = text.replace(/[\d０-９]/g, '');
      expect(maskPersonalData(without)).toEqual({ text: without, found: [] });
    }),
  );
});

test('masking twice changes nothing more', () => {
  fc.assert(
    fc.property(anyText, identities, anyText, (before, number, after) => {
      const once = maskPersonalData(before + number + after).text;
      expect(maskPersonalData(once).text).toBe(once);
    }),
  );
});

test('text around a number stays as it was', () => {
  const words = fc.string({ unit: fc.constantFrom(...'已完成台账，。 abc\n') });
  fc.assert(
    fc.property(words, identities, words, (before, number, after) => {
      expect(maskPersonalData(`${before}号${number}号${after}`).text).toBe(`${before}号${ID}号${after}`);
    }),
  );
});

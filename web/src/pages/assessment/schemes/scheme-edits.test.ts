import { describe, expect, it } from 'vitest';
import { BUILTIN_SCHEME } from '../../../../../api/domain/score/builtin.ts';
import { Field } from '../../../../../api/domain/score/read/field.ts';
import { readMethod } from '../../../../../api/domain/score/read/read-method.ts';
import { bandsOf, rowsOf, wordsOf } from './list-fields.ts';
import { fieldOf, METHOD_FIELDS } from './method-fields.ts';
import {
  addIndicator,
  changeField,
  changeIndicator,
  changeMethod,
  FRESH,
  METHOD_TYPES,
  removeIndicator,
  weightsOf,
} from './scheme-edits.ts';

describe('a draft', () => {
  it('knows the sum of its weights, and gives a new indicator what is missing', () => {
    expect(weightsOf(BUILTIN_SCHEME, 'village')).toBe(100);
    const lighter = changeIndicator(BUILTIN_SCHEME, 0, { weight: 0.1 });
    const added = addIndicator(lighter, 'village', '新指标');
    expect(weightsOf(added, 'village')).toBe(100);
    const codes = added.indicators.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(removeIndicator(added, added.indicators.length - 1)).toEqual(lighter);
  });

  it('takes the weight and a source that no longer fits from an indicator that changes its method', () => {
    const [rate] = BUILTIN_SCHEME.indicators;
    if (rate === undefined) throw new Error('the built-in scheme has indicators');
    expect(changeMethod(rate, 'veto')).toEqual({ method: { type: 'veto' }, weight: 0, measure: 'reported' });
    expect(changeMethod(rate, 'curve')).toEqual({ method: FRESH.curve, weight: rate.weight });
    expect(changeMethod(rate, 'judged')).toMatchObject({ measure: 'judged' });
  });
});

describe('a method to begin with', () => {
  it.each(METHOD_TYPES)('%s is sound, and has every field that its form shows', (type) => {
    const faults: string[] = [];
    expect(readMethod(new Field(FRESH[type], 'method', faults), 20)).toEqual(FRESH[type]);
    expect(faults).toEqual([]);
    for (const { key, kind } of METHOD_FIELDS[type]) {
      expect(fieldOf(FRESH[type], key) === undefined).toBe(kind === 'optional');
    }
  });

  it('loses an optional field that is taken away, once it is sent', () => {
    const capped = changeField(FRESH.deduct, 'cap', 5);
    expect(capped).toEqual({ type: 'deduct', each: 1, cap: 5 });
    expect(JSON.parse(JSON.stringify(changeField(capped, 'cap', undefined)))).toEqual(FRESH.deduct);
  });
});

it('bands are the same after they went through a form', () => {
  const { bands } = FRESH.bands;
  expect(bandsOf(wordsOf(bands), rowsOf(bands))).toEqual(bands);
  const days = [{ atMost: 5, points: 4 }];
  expect(bandsOf(wordsOf(days), rowsOf(days))).toEqual(days);
});

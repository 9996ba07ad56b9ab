/** Which fields a method's form has, as data: the form itself knows no method but those made of lists. */
import type { Method } from '../../../../../api/domain/score/scheme.ts';

export type FieldKey =
  | 'floor'
  | 'target'
  | 'cutoff'
  | 'from'
  | 'per'
  | 'each'
  | 'cap'
  | 'outOf'
  | 'whole'
  | 'trim'
  | 'better';

export interface MethodField {
  readonly key: FieldKey;
  readonly kind: 'number' | 'optional' | 'flag' | 'direction';
}

const number = (key: FieldKey): MethodField => ({ key, kind: 'number' });
const optional = (key: FieldKey): MethodField => ({ key, kind: 'optional' });
const flag = (key: FieldKey): MethodField => ({ key, kind: 'flag' });
const BETTER: MethodField = { key: 'better', kind: 'direction' };
const STEPS = [number('from'), number('per'), number('each'), flag('whole'), BETTER];

export const METHOD_FIELDS: Readonly<Record<Method['type'], readonly MethodField[]>> = {
  linear: [number('floor'), number('target'), optional('cutoff')],
  bands: [],
  curve: [],
  shortfall: [...STEPS, optional('cap'), optional('cutoff')],
  rank: [BETTER, optional('each')],
  met: [],
  deduct: [number('each'), optional('cap')],
  judged: [number('outOf'), flag('trim')],
  bonus: [number('each'), number('cap')],
  surplus: [...STEPS, number('cap')],
  penalty: [number('each'), optional('cap')],
  veto: [],
};

/** What a method says under a key; undefined where it says nothing. */
export const fieldOf = (method: Method, key: FieldKey): unknown =>
  new Map<string, unknown>(Object.entries(method)).get(key);

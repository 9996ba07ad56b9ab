/** Reads a scheme (考核方案) and notes all its faults. */
import { type Indicator, type Method, MODES, type Role, roleOf, type Scheme } from '../scheme.ts';
import { checkWeights } from './check-weights.ts';
import { allOf, type Field, noneTwice, optional, quoted } from './field.ts';
import { readGroup } from './read-group.ts';
import { readMethod } from './read-method.ts';

const MONTH_AND_DAY = /^(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** The method is undefined where it could not be read. */
interface KnownIndicator {
  readonly group: unknown;
  readonly method: Method | undefined;
}

/** What the values are checked against; known also of a scheme that has faults. */
export interface Known {
  /** Keys of the groups; undefined where the scheme has no such list. */
  readonly groups: ReadonlySet<unknown> | undefined;
  /** By code; undefined where the scheme has no such list. */
  readonly indicators: ReadonlyMap<unknown, KnownIndicator> | undefined;
}

/** The scheme at a field (undefined where it cannot be read), and what is known of it. */
export function readScheme(field: Field): { scheme: Scheme | undefined; known: Known } {
  const year = field.at('year').number({ whole: true, least: 1 });
  const mode = field.at('mode').oneOf(MODES);
  const asOf = field.at('asOf').day();
  const bonusCap = optional(field, 'bonusCap', (at) => at.number({ least: 0 }));

  const groupFields = field.at('groups').items();
  if (groupFields?.length === 0) field.at('groups').fault('至少要有一个分组');
  const groups = groupFields && allOf(groupFields.map(readGroup));
  const keys = groupFields?.map((at) => at.at('key'));
  noneTwice(keys ?? []);

  const found = new Map<unknown, KnownIndicator>();
  const groupKeys = keys && new Set(keys.map((key) => key.value));
  const indicatorFields = field.at('indicators').items();
  const indicators =
    indicatorFields && allOf(indicatorFields.map((at) => readIndicator(at, groupKeys, found)));
  noneTwice((indicatorFields ?? []).map((at) => at.at('code')));
  if (indicatorFields !== undefined) checkWeights(groupFields ?? [], indicatorFields);

  const known = { groups: groupKeys, indicators: indicatorFields && found };
  if (
    year === undefined ||
    mode === undefined ||
    asOf === undefined ||
    groups === undefined ||
    indicators === undefined
  ) {
    return { scheme: undefined, known };
  }
  return { scheme: { year, mode, asOf, ...bonusCap, groups, indicators }, known };
}

/** Reads one indicator, and adds it to those found even where it has faults. */
function readIndicator(
  field: Field,
  groupKeys: Known['groups'],
  found: Map<unknown, KnownIndicator>,
): Indicator | undefined {
  if (!field.isRecord()) return undefined;
  const code = field.at('code').text();
  const name = field.at('name').text();
  const group = readGroupKey(field.at('group'), groupKeys);
  const weight = field.at('weight').number({ least: 0 });
  const method = readMethod(field.at('method'), weight);
  const extras = {
    ...optional(field, 'measure', (at) => at.text()),
    ...optional(field, 'section', (at) => at.text()),
    ...optional(field, 'unitOfMeasure', (at) => at.text()),
    ...optional(field, 'reportBy', readMonthAndDay),
  };
  const known = field.at('code').value;
  if (!found.has(known)) found.set(known, { group: field.at('group').value, method });
  if (weight !== undefined && weight > 0 && method !== undefined && roleOf(method) !== 'weighted') {
    field.at('weight').fault(`${NAMES[roleOf(method)]}不占权重，应为 0，实际是 ${weight}`);
  }
  if (
    code === undefined ||
    name === undefined ||
    group === undefined ||
    weight === undefined ||
    method === undefined
  ) {
    return undefined;
  }
  return { code, name, group, weight, method, ...extras };
}

const NAMES: Record<Role, string> = {
  weighted: '计权指标',
  bonus: '加分项',
  penalty: '倒扣项',
  veto: '一票否决项',
};

/** The key of a known group. */
export function readGroupKey(field: Field, groups: Known['groups']): string | undefined {
  const key = field.text();
  if (key === undefined || groups === undefined || groups.has(key)) return key;
  return field.fault(`没有分组 ${quoted(key)}`);
}

function readMonthAndDay(field: Field): string | undefined {
  const text = field.text();
  if (text === undefined || MONTH_AND_DAY.test(text)) return text;
  return field.fault(`应为月-日（如 12-10），实际是 ${quoted(text)}`);
}

/** Reads what the units reached (考核数据) and notes all its faults, against a scheme. */
import type { ScoreData, Unit, Value } from '../data.ts';
import { type Method, valueKindOf } from '../scheme.ts';
import { allOf, type Field, noneTwice, optional, quoted } from './field.ts';
import { type Known, readGroupKey } from './read-scheme.ts';

/** The data at a field; undefined where they cannot be read. */
export function readData(field: Field, known: Known): ScoreData | undefined {
  const unitFields = field.at('units').items();
  const units = unitFields && allOf(unitFields.map((at) => readUnit(at, known)));
  noneTwice((unitFields ?? []).map((at) => at.at('key')));

  // Of units with one key the first stands, so that a double brings no further faults with it.
  const groupOf =
    unitFields && new Map(unitFields.toReversed().map((at) => [at.at('key').value, at.at('group').value]));
  const valueFields = field.at('values').items();
  const values = valueFields && allOf(valueFields.map((at) => readValue(at, groupOf, known)));
  notGivenTwice(valueFields ?? []);
  return units && values && { units, values };
}

function readUnit(field: Field, known: Known): Unit | undefined {
  if (!field.isRecord()) return undefined;
  const key = field.at('key').text();
  const name = field.at('name').text();
  const group = readGroupKey(field.at('group'), known.groups);
  return key === undefined || name === undefined || group === undefined ? undefined : { key, name, group };
}

/** One unit has one value on an indicator. */
function notGivenTwice(fields: readonly Field[]): void {
  const given = new Map<unknown, Set<unknown>>();
  for (const field of fields) {
    const [unit, indicator] = [field.at('unit').value, field.at('indicator').value];
    if (typeof unit !== 'string' || typeof indicator !== 'string') continue;
    const own = given.get(unit) ?? new Set();
    if (own.has(indicator)) field.fault(`单位 ${quoted(unit)} 的指标 ${quoted(indicator)} 重复给出`);
    given.set(unit, own.add(indicator));
  }
}

/** The group of each unit, by its key; undefined where the data have no list of units. */
type GroupOf = ReadonlyMap<unknown, unknown> | undefined;

function readValue(field: Field, groupOf: GroupOf, known: Known): Value | undefined {
  if (!field.isRecord()) return undefined;
  const unit = field.at('unit').text();
  const indicator = field.at('indicator').text();
  const of = known.indicators?.get(indicator);
  if (unit !== undefined && groupOf?.has(unit) === false) {
    field.at('unit').fault(`没有单位 ${quoted(unit)}`);
  }
  if (indicator !== undefined && known.indicators?.has(indicator) === false) {
    field.at('indicator').fault(`没有指标 ${quoted(indicator)}`);
  }
  const isKnown = (group: unknown) => known.groups?.has(group) !== false;
  const groups = of !== undefined && groupOf?.has(unit) === true ? [groupOf.get(unit), of.group] : [];
  // A group that does not exist is a fault of the unit or the indicator, told there.
  if (groups[0] !== groups[1] && groups.every(isKnown)) {
    field.at('indicator').fault(`指标 ${quoted(indicator)} 不属于单位 ${quoted(unit)} 所在的分组`);
  }
  const content = readContent(field, of?.method);
  return unit === undefined || indicator === undefined ? undefined : { unit, indicator, ...content };
}

/** A value, or marks, or that it is not applicable: one of them, unless it has not come in and says when it is due. */
function readContent(field: Field, method: Method | undefined): Omit<Value, 'unit' | 'indicator'> {
  const content = {
    ...optional(field, 'value', (at) => (method === undefined ? undefined : readSingle(at, method))),
    ...optional(field, 'outOf', (at) => readOutOf(at, field.at('value'), method)),
    ...optional(field, 'marks', (at) => (method === undefined ? undefined : readMarks(at, method))),
    ...optional(field, 'notApplicable', (at) => at.flag()),
    ...optional(field, 'dueOn', (at) => at.day()),
  };
  const said = ['value', 'marks'].filter((key) => !field.at(key).absent);
  if (content.notApplicable === true) said.push('notApplicable');
  if (said.length > 1) field.fault(`${said.join('、')} 只能给出一个`);
  if (said.length === 0 && field.at('notApplicable').absent && field.at('dueOn').absent) {
    field.fault('应给出 value、marks、notApplicable、dueOn 之一');
  }
  return content;
}

function readSingle(field: Field, method: Method): number | boolean | undefined {
  switch (valueKindOf(method)) {
    case 'number':
      return field.number();
    case 'count':
      return field.number({ least: 0, whole: true });
    case 'boolean':
      return field.flag();
    case 'marks':
      return field.fault('评议法的指标应给出 marks（评分列表），不用 value');
  }
}

/** Of how many the value is: beside a number that is no count. */
function readOutOf(field: Field, value: Field, method: Method | undefined): number | undefined {
  const fits = method === undefined || valueKindOf(method) === 'number';
  if (value.absent || !fits) return field.fault('只能与数值型的 value 一起给出');
  return field.number({ above: 0 });
}

function readMarks(field: Field, method: Method): readonly number[] | undefined {
  if (method.type !== 'judged') return field.fault(`${method.type} 的指标应给出 value，不用 marks`);
  const marks = field.items();
  if (marks?.length === 0) return field.fault('至少要有一个评分');
  return marks && allOf(marks.map((mark) => mark.number({ least: 0, most: method.outOf })));
}

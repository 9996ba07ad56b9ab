/** Reads a method (计分方法) and notes what makes no rule of it (assessment.md, Command: bad input). */
import { DIRECTIONS, type Direction, type Method, type Steps } from '../scheme.ts';
import { allOf, type Field, optional } from './field.ts';
import { readBands } from './read-bands.ts';

const NOT_NEGATIVE = { least: 0 };
const SHARE = { least: 0, most: 1 };
const MORE_THAN_NOTHING = { above: 0 };

type Reader<Type extends Method['type']> = (
  field: Field,
  weight: number | undefined,
) => Extract<Method, { type: Type }> | undefined;

const READERS: { [Type in Method['type']]: Reader<Type> } = {
  linear(field) {
    const floor = field.at('floor').number();
    const target = field.at('target').number();
    const cutoff = optional(field, 'cutoff', (at) => at.number());
    if (floor === undefined || target === undefined) return undefined;
    if (floor === target) return field.at('floor').fault(`floor 与 target 不能相等（都是 ${target}）`);
    return { type: 'linear', floor, target, ...cutoff };
  },

  bands(field, weight) {
    const bands = readBands(field.at('bands'), weight);
    return bands && { type: 'bands', bands };
  },

  curve(field) {
    const at = field.at('points');
    const items = at.items();
    if (items === undefined) return undefined;
    if (items.length < 2) return at.fault('至少要有两个点');
    const points = allOf(items.map(readPoint));
    points?.forEach(([value], i) => {
      const before = points[i - 1];
      if (before !== undefined && value <= before[0]) {
        items[i]?.fault(`取值应逐点增大：${value} 不大于前一点的 ${before[0]}`);
      }
    });
    return points && { type: 'curve', points };
  },

  shortfall(field) {
    const steps = readSteps(field);
    const cap = optional(field, 'cap', (at) => at.number(NOT_NEGATIVE));
    const cutoff = optional(field, 'cutoff', (at) => at.number());
    return steps && { type: 'shortfall', ...steps, ...cap, ...cutoff };
  },

  rank(field, weight) {
    const better = readDirection(field);
    const each = optional(field, 'each', (at) => at.number(NOT_NEGATIVE));
    const bands = optional(field, 'bands', (at) => readBands(at, weight, ['atMost']));
    if (!field.at('each').absent && !field.at('bands').absent) field.fault('each 与 bands 只能有一个');
    return better && { type: 'rank', better, ...each, ...bands };
  },

  met: () => ({ type: 'met' }),

  deduct(field) {
    const each = field.at('each').number(NOT_NEGATIVE);
    const cap = optional(field, 'cap', (at) => at.number(NOT_NEGATIVE));
    return each === undefined ? undefined : { type: 'deduct', each, ...cap };
  },

  judged(field) {
    const outOf = field.at('outOf').number(MORE_THAN_NOTHING);
    const trim = readFlag(field.at('trim'));
    return outOf === undefined ? undefined : { type: 'judged', outOf, trim };
  },

  bonus(field) {
    const each = field.at('each').number(NOT_NEGATIVE);
    const cap = field.at('cap').number(NOT_NEGATIVE);
    return each === undefined || cap === undefined ? undefined : { type: 'bonus', each, cap };
  },

  surplus(field) {
    const steps = readSteps(field);
    const cap = field.at('cap').number(NOT_NEGATIVE);
    return steps && cap !== undefined ? { type: 'surplus', ...steps, cap } : undefined;
  },

  penalty(field) {
    const each = field.at('each').number(NOT_NEGATIVE);
    const cap = optional(field, 'cap', (at) => at.number(NOT_NEGATIVE));
    return each === undefined ? undefined : { type: 'penalty', each, ...cap };
  },

  veto: () => ({ type: 'veto' }),
};

const TYPES = Object.keys(READERS) as readonly Method['type'][];

/** The method at a field, of an indicator of this weight. */
export function readMethod(field: Field, weight: number | undefined): Method | undefined {
  if (!field.isRecord()) return undefined;
  const type = field.at('type').oneOf(TYPES);
  return type && READERS[type](field, weight);
}

const readDirection = (field: Field): Direction | undefined => field.at('better').oneOf(DIRECTIONS);

/** Absent means no. */
const readFlag = (field: Field): boolean => (field.absent ? false : (field.flag() ?? false));

function readSteps(field: Field): Steps | undefined {
  const from = field.at('from').number();
  const per = field.at('per').number(MORE_THAN_NOTHING);
  const each = field.at('each').number(NOT_NEGATIVE);
  const whole = readFlag(field.at('whole'));
  const better = readDirection(field);
  if (from === undefined || per === undefined || each === undefined || better === undefined) return undefined;
  return { from, per, each, whole, better };
}

function readPoint(field: Field): readonly [number, number] | undefined {
  const pair = field.items();
  if (pair === undefined) return undefined;
  const [x, y] = pair;
  if (pair.length !== 2 || x === undefined || y === undefined) return field.fault('应为 [取值, 得分比例]');
  const [value, share] = [x.number(), y.number(SHARE)];
  return value === undefined || share === undefined ? undefined : [value, share];
}

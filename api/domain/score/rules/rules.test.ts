import { describe, expect, test } from 'vitest';
import type { Unit, Value } from '../data.ts';
import { readScoreInput } from '../read.ts';
import { score } from '../score.ts';
import { ruleOf } from '../why/rule.ts';
import { COUNTED_RULES } from './counted.cases.ts';
import { MEASURED_RULES } from './measured.cases.ts';
import type { Reached, RuleCase } from './rule-case.ts';
import { STEPPED_RULES } from './stepped.cases.ts';
import { WHOLE_GRADES, WHOLE_RULES } from './whole.cases.ts';

const RULES: readonly RuleCase[] = [...MEASURED_RULES, ...STEPPED_RULES, ...COUNTED_RULES];

const isPair = (reached: Reached): reached is readonly [number, number] => Array.isArray(reached);

function contentOf(reached: Reached): Partial<Value> {
  if (isPair(reached)) return { value: reached[0], outOf: reached[1] };
  return typeof reached === 'object' ? reached : { value: reached };
}

/** Scores the units of a rule in a scheme that is filled up to 100 by an indicator that all of them met. */
function linesOf({ rule, weight, method, unitOfMeasure, worked }: RuleCase) {
  const units = worked.map((_, i): Unit => ({ key: `v${i}`, name: `示例${i}村`, group: 'village' }));
  const indicator = { code: 'R', name: rule, group: 'village', weight, method };
  const scheme = {
    year: 2026,
    mode: 'final',
    asOf: '2026-12-31',
    groups: [{ key: 'village', name: '村(社)组', grades: [{ name: '合格', min: 0 }] }],
    indicators: [
      { ...indicator, ...(unitOfMeasure === undefined ? {} : { unitOfMeasure }) },
      { code: 'REST', name: '其余', group: 'village', weight: 100 - weight, method: { type: 'met' } },
    ],
  };
  const values = worked.map(([reached], i) => ({ unit: `v${i}`, indicator: 'R', ...contentOf(reached) }));
  const input = readScoreInput(scheme, { units, values });
  if (!input.ok) throw new Error(input.faults.join('\n'));
  const { results } = score(input.scheme, input.data);
  return units.map(({ key }) => results.find(({ unit }) => unit === key)?.lines[0]);
}

test('at least forty rules of real assessments are worked out', () => {
  expect(new Set(RULES.map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(40);
});

describe.each(RULES)('$rule', (rule) => {
  test('gives the points that were worked out by hand', () => {
    expect(linesOf(rule).map((line) => line?.points)).toEqual(rule.worked.map(([, points]) => points));
  });

  test('is said in words again by the indicator that it became', () => {
    const { rule: name, weight, method, unitOfMeasure } = rule;
    const unit = unitOfMeasure === undefined ? {} : { unitOfMeasure };
    expect(ruleOf({ code: 'R', name, group: 'village', weight, method, ...unit })).toMatchSnapshot();
  });

  test('explains every line', () => {
    expect(linesOf(rule).map((line) => line?.why)).toMatchSnapshot();
  });
});

test.each(WHOLE_RULES)('$rule', ({ bonusCap, indicators, units: given }) => {
  const units = given.map((_, i): Unit => ({ key: `v${i}`, name: `示例${i}村`, group: 'village' }));
  const scheme = {
    year: 2026,
    mode: 'final',
    asOf: '2026-12-31',
    ...(bonusCap === undefined ? {} : { bonusCap }),
    groups: [{ key: 'village', name: '村(社)组', grades: WHOLE_GRADES }],
    indicators: Object.entries(indicators).map(([code, [weight, method]]) => ({
      code,
      name: code,
      group: 'village',
      weight,
      method,
    })),
  };
  const values = given.flatMap(({ reached }, i) =>
    Object.entries(reached).map(([indicator, value]) => ({ unit: `v${i}`, indicator, ...value })),
  );
  const input = readScoreInput(scheme, { units, values });
  if (!input.ok) throw new Error(input.faults.join('\n'));
  const { results } = score(input.scheme, input.data);
  const shown = units.map(({ key }) => results.find(({ unit }) => unit === key));
  expect(shown.map((each) => [each?.total, each?.rank, each?.grade])).toEqual(
    given.map(({ total, rank, grade }) => [total, rank, grade]),
  );
});

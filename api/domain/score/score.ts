/** The scoring engine (计分): from a scheme and what the units reached to points, totals, ranks and grades. */
import { numberOf, type Score, type ScoreData, type Unit, type UnitResult, type Value } from './data.ts';
import { gradesOf } from './grade.ts';
import { hasCome, scoreLine, vetoes } from './line.ts';
import { standingsOf } from './methods/rank.ts';
import type { Standings } from './points.ts';
import { printUnit, type Working } from './print.ts';
import { ranksOf } from './rank.ts';
import type { Group, Indicator, Scheme } from './scheme.ts';
import { totalOf } from './total.ts';

type ValueFinder = (unit: Unit, indicator: Indicator) => Value | undefined;

/**
 * Scores every unit (assessment.md): results by group in the scheme's order, then by rank, then in the data's
 * order; units without a total come last. Expects what `readScoreInput` accepts: throws on a value of the wrong
 * kind for its method.
 */
export function score(scheme: Scheme, data: ScoreData): Score {
  const find = finderOf(data.values);
  return { results: scheme.groups.flatMap((group) => scoreGroup(scheme, group, data.units, find)) };
}

/** Finds a unit's value on an indicator without searching the list. */
function finderOf(values: readonly Value[]): ValueFinder {
  const byUnit = new Map<string, Map<string, Value>>();
  for (const value of values) {
    const own = byUnit.get(value.unit) ?? new Map<string, Value>();
    byUnit.set(value.unit, own.set(value.indicator, value));
  }
  return (unit, indicator) => byUnit.get(unit.key)?.get(indicator.code);
}

function scoreGroup(scheme: Scheme, group: Group, all: readonly Unit[], find: ValueFinder): UnitResult[] {
  const units = all.filter((unit) => unit.group === group.key);
  const indicators = scheme.indicators
    .filter((indicator) => indicator.group === group.key)
    .map((indicator) => ({ indicator, places: standings(indicator, units, find) }));
  const working = units.map((unit): Working => {
    const lines = indicators.map(({ indicator, places }) =>
      scoreLine(scheme, indicator, find(unit, indicator), places),
    );
    return { unit, lines, vetoed: lines.some(vetoes), ...totalOf(lines, scheme.bonusCap) };
  });
  const ranks = ranksOf(working);
  const ranked = working.map((unit, index) => ({ ...unit, rank: ranks[index] ?? null }));
  const grades = gradesOf(group.grades, ranked);
  return ranked
    .map((unit, index) => printUnit(unit, unit.rank, grades[index] ?? null, scheme))
    .sort((a, b) => (a.rank ?? units.length + 1) - (b.rank ?? units.length + 1));
}

/** Where the group's units stand, for an indicator that asks. */
function standings(indicator: Indicator, units: readonly Unit[], find: ValueFinder): Standings {
  if (indicator.method.type !== 'rank') return new Map();
  const values = units.map((unit) => find(unit, indicator)).filter(hasCome);
  return standingsOf(
    values.map((value) => ({ unit: value.unit, value: numberOf(value) })),
    indicator.method.better,
  );
}

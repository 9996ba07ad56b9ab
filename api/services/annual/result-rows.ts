/** The result of an assessment as rows: units by rank, lines with their value in words and how the points came about. */
import type { RankingGroup, UnitId, ValueSource } from '../../../db/vocabulary.ts';
import type { FrozenResult } from '../../domain/annual/frozen.ts';
import { type EntryForm, entryFormOf, valueText } from '../../domain/annual/value-text.ts';
import { lineKey } from '../../domain/annual/values.ts';
import { aimOf } from '../../domain/score/why/aim.ts';
import { sourcesOf, unitIdOf } from './figures.ts';

export interface IndicatorHead {
  code: string;
  name: string;
  weight: number;
  source: ValueSource;
  section: string | null;
  aim: string;
  form: EntryForm;
}

/** The indicators of a group, in the scheme's order. */
export function headsOf({ scheme }: Pick<FrozenResult, 'scheme'>, group: string): IndicatorHead[] {
  const sources = sourcesOf(scheme);
  return scheme.indicators
    .filter((each) => each.group === group)
    .map((indicator) => ({
      code: indicator.code,
      name: indicator.name,
      weight: indicator.weight,
      source: sources.get(indicator.code) ?? 'reported',
      section: indicator.section ?? null,
      aim: aimOf(indicator),
      form: entryFormOf(indicator),
    }));
}

/** The units of a group by rank, each with its lines. */
export function rowsOf(result: FrozenResult, group: RankingGroup) {
  const names = new Map(result.units.map(({ key, name }) => [key, name]));
  const indicators = new Map(result.scheme.indicators.map((each) => [each.code, each]));
  const values = new Map(result.values.map((value) => [lineKey(value.unit, value.indicator), value]));
  const overridden = new Set(result.overrides.map(({ unit, indicator }) => lineKey(unit, indicator)));
  return result.results
    .filter((each) => each.group === group)
    .map((each) => ({
      unitId: unitIdOf(each.unit),
      name: names.get(each.unit) ?? '',
      rank: each.rank,
      total: each.total,
      scaled: each.scaled,
      bonus: each.bonus,
      penalty: each.penalty,
      grade: each.grade,
      vetoed: each.vetoed,
      lines: each.lines.map((line) => {
        const key = lineKey(each.unit, line.indicator);
        const value = values.get(key);
        const indicator = indicators.get(line.indicator);
        return {
          indicator: line.indicator,
          name: indicator?.name ?? line.indicator,
          state: line.state,
          weight: line.weight,
          points: line.points,
          why: line.why,
          value: value === undefined || indicator === undefined ? null : valueText(indicator, value),
          overridden: overridden.has(key),
        };
      }),
    }));
}

/** The line of one unit. */
export const lineIn = (result: FrozenResult, group: RankingGroup, unitId: UnitId, code: string) =>
  rowsOf(result, group)
    .find((row) => row.unitId === unitId)
    ?.lines.find(({ indicator }) => indicator === code);

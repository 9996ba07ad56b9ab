/** Points of one value (得分): the rule of each method, exact and unrounded (assessment.md, Methods). */
import { countOf, marksOf, numberOf, type Value, yesOf } from './data.ts';
import { type Exact, ZERO } from './exact.ts';
import { bandPoints } from './methods/bands.ts';
import { bonusPoints, deductPoints, metPoints, penaltyPoints } from './methods/counted.ts';
import { curvePoints } from './methods/curve.ts';
import { judgedPoints } from './methods/judged.ts';
import { linearPoints } from './methods/linear.ts';
import { rankPoints, type Standing } from './methods/rank.ts';
import { shortfallPoints, surplusPoints } from './methods/steps.ts';
import type { Indicator } from './scheme.ts';

/** Where each unit stands on an indicator, by its key; empty for methods that do not ask. */
export type Standings = ReadonlyMap<string, Standing>;

/** The standing of a unit. Throws where it has no value. */
export function standingOf(standings: Standings, unit: string): Standing {
  const standing = standings.get(unit);
  if (standing === undefined) throw new RangeError(`no standing for ${unit}`);
  return standing;
}

/**
 * What an indicator's method makes of a value that has come in; a veto makes no points.
 * Throws where the value is of the wrong kind for the method.
 */
export function pointsOf({ method, weight }: Indicator, value: Value, standings: Standings): Exact {
  switch (method.type) {
    case 'linear':
      return linearPoints(method, weight, numberOf(value));
    case 'bands':
      return bandPoints(method.bands, weight, numberOf(value));
    case 'curve':
      return curvePoints(method, weight, numberOf(value));
    case 'shortfall':
      return shortfallPoints(method, weight, numberOf(value));
    case 'rank':
      return rankPoints(method, weight, standingOf(standings, value.unit));
    case 'met':
      return metPoints(weight, yesOf(value));
    case 'deduct':
      return deductPoints(method, weight, countOf(value));
    case 'judged':
      return judgedPoints(method, weight, marksOf(value));
    case 'bonus':
      return bonusPoints(method, countOf(value));
    case 'surplus':
      return surplusPoints(method, numberOf(value));
    case 'penalty':
      return penaltyPoints(method, countOf(value));
    case 'veto':
      return ZERO;
  }
}

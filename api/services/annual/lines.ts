/** One line of one unit in an assessment: found, or refused. */
import type { Database } from '../../../db/open.ts';
import type { DomainId, UnitId, ValueSource } from '../../../db/vocabulary.ts';
import type { Indicator, Scheme } from '../../domain/score/scheme.ts';
import { found, notFound } from '../../errors.ts';
import { type AssessedUnit, assessedUnits } from '../ranking/assessed-units.ts';
import type { Annual } from './annual-state.ts';
import { schemeFor, schemeOf, sourcesOf } from './figures.ts';

export interface Line {
  unit: AssessedUnit;
  indicator: Indicator;
  source: ValueSource;
}

export interface Sheet {
  scheme: Scheme;
  units: readonly AssessedUnit[];
  sources: ReadonlyMap<string, ValueSource>;
}

/** The scheme of an assessment and the units that it is for. */
export async function readSheet(db: Database, domainId: DomainId, annual: Annual): Promise<Sheet> {
  const { body } = await schemeOf(db, domainId, annual);
  const units = await assessedUnits(db, domainId, annual.cutoffAt);
  return { scheme: schemeFor(annual, body), units, sources: sourcesOf(body) };
}

/** The unit of a sheet with that number. Throws `notFound`. */
export const unitOf = ({ units }: Sheet, unitId: UnitId): AssessedUnit =>
  found(
    units.find(({ id }) => id === unitId),
    '被考核单位',
  );

/** A line of a sheet. Throws `notFound` where the unit has no such indicator. */
export function lineOf(sheet: Sheet, unitId: UnitId, code: string): Line {
  const unit = unitOf(sheet, unitId);
  const indicator = sheet.scheme.indicators.find((each) => each.code === code && each.group === unit.group);
  if (indicator === undefined) throw notFound('考核指标');
  return { unit, indicator, source: sheet.sources.get(code) ?? 'reported' };
}

/** The lines of a unit, in the scheme's order. */
export const linesOf = (sheet: Sheet, unitId: UnitId): Line[] => {
  const unit = unitOf(sheet, unitId);
  return sheet.scheme.indicators
    .filter(({ group }) => group === unit.group)
    .map((indicator) => ({ unit, indicator, source: sheet.sources.get(indicator.code) ?? 'reported' }));
};

import type { Database } from '../../../db/open.ts';
import type { DomainId, UnitId } from '../../../db/vocabulary.ts';

/** Of which sub-district and year, as of which instant. */
export interface Question {
  domainId: DomainId;
  year: number;
  asOf: Date;
}

/** A share as its numerator and denominator; a denominator of 0 means there was nothing to be measured. */
export interface Share {
  unitId: UnitId;
  of: number;
  all: number;
}

/**
 * Measures that the system collects by itself (assessment.md, "Measures collected by the system"), those that the
 * same records tell in one query together.
 */
export interface MeasureSource<Key extends string = string> {
  /** The Chinese name of each measure, by its key. */
  names: Readonly<Record<Key, string>>;
  /** The shares of each unit that has anything to measure, as of the instant. */
  collect(db: Database, question: Question): Promise<Readonly<Record<Key, readonly Share[]>>>;
}

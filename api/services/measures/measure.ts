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

/** A measure that the system collects by itself (assessment.md, "Measures collected by the system"). */
export interface Measure {
  key: string;
  /** Its Chinese name, as schemes show it. */
  name: string;
  /** The share of each unit that has anything to measure, as of the instant. */
  collect(db: Database, question: Question): Promise<Share[]>;
}

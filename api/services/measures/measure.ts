import type { Database } from '../../../db/open.ts';
import type { AssignmentId, Day, DomainId, InspectionId, UnitId } from '../../../db/vocabulary.ts';
import type { MeasureKey } from '../../domain/score/measures.ts';

/** Of which sub-district and year, as of which instant. */
export interface Question {
  domainId: DomainId;
  year: number;
  asOf: Date;
  /**
   * By when it was known (口径): what was said by `asOf` but written down later counts only where this is later too.
   * Absent: as it was known at `asOf` itself.
   */
  knownBy?: Date | undefined;
  /** Of these units alone; of all where absent. */
  units?: readonly UnitId[] | undefined;
}

/** A share as its numerator and denominator; a denominator of 0 means there was nothing to be measured. */
export interface Share {
  unitId: UnitId;
  of: number;
  all: number;
}

/** How often something happened to a unit or by it; a unit that is not named has none. */
export interface Count {
  unitId: UnitId;
  count: number;
}

export type Measured = Share | Count;

/** One record behind a figure (依据): what was looked at, and whether it counted for the unit. */
export interface Behind {
  /** What it is about: `2.1-3 更新台账（6月）`. */
  title: string;
  /** The day that it is told by: due, served, carried. */
  on: Day;
  met: boolean;
  /** How it came out, in words: `6月28日报结，按时`. */
  outcome: string;
  /** The assignment whose history shows the rest, where there is one. */
  assignmentId: AssignmentId | null;
  /** The inspection that found it, where one did. */
  inspectionId: InspectionId | null;
}

/**
 * Measures that the system collects by itself (assessment.md, "Measures collected by the system"), those that the
 * same records tell in one query together. What each gives, a share or a count, `MEASURES` of the domain says.
 */
export interface MeasureSource {
  keys: readonly MeasureKey[];
  /** What each unit that has anything to measure reached on each of the keys, as of the instant. */
  collect(
    db: Database,
    question: Question,
  ): Promise<Readonly<Partial<Record<MeasureKey, readonly Measured[]>>>>;
  /** The records behind one unit's figure, as of the same instant: as many of them are met as the figure says. */
  behind(db: Database, question: Question, unitId: UnitId, key: MeasureKey): Promise<readonly Behind[]>;
}

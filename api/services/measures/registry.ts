import type { Database } from '../../../db/open.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import type { MeasureKey } from '../../domain/score/measures.ts';
import { inspectionMeasures } from './inspection-measures.ts';
import type { Behind, Measured, MeasureSource, Question } from './measure.ts';
import { practiceMeasures } from './practice-measures.ts';
import { supervisionMeasures } from './supervision-measures.ts';
import { taskMeasures } from './task-measures.ts';

/** Every source of measures. A new measure is one file and one word here. */
const SOURCES: readonly MeasureSource[] = [
  taskMeasures,
  supervisionMeasures,
  practiceMeasures,
  inspectionMeasures,
];

const BY_KEY: ReadonlyMap<string, { source: MeasureSource; key: MeasureKey }> = new Map(
  SOURCES.flatMap((source) => source.keys.map((key) => [key, { source, key }])),
);

/** Whether the system collects this measure by itself; if not, its values are reported or judged. */
export const isCollected = (measure: string): boolean => BY_KEY.has(measure);

/** The measures that the system collects today. */
export const COLLECTED: readonly MeasureKey[] = SOURCES.flatMap(({ keys }) => keys);

/** What each of these measures that the system collects gives, asking no source twice. */
export async function collectMeasures(
  db: Database,
  question: Question,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Measured[]>> {
  const found = new Map<string, readonly Measured[]>();
  for (const source of SOURCES) {
    if (!source.keys.some((key) => wanted.has(key))) continue;
    for (const [key, measured] of Object.entries(await source.collect(db, question))) {
      found.set(key, measured);
    }
  }
  return found;
}

/** The records behind one unit's figure of a measure (依据); null where the system does not collect it. */
export async function recordsBehind(
  db: Database,
  question: Question,
  unitId: UnitId,
  measure: string,
): Promise<readonly Behind[] | null> {
  const found = BY_KEY.get(measure);
  return found === undefined ? null : found.source.behind(db, question, unitId, found.key);
}

import type { Database } from '../../../db/open.ts';
import type { MeasureSource, Question, Share } from './measure.ts';
import { taskMeasures } from './task-measures.ts';

/** Every source of measures. A new measure is one file and one word here. */
const SOURCES: readonly MeasureSource[] = [taskMeasures];

const NAMES: ReadonlyMap<string, string> = new Map(SOURCES.flatMap(({ names }) => Object.entries(names)));

/** Whether the system collects this measure by itself; if not, its values are reported or judged. */
export const isCollected = (measure: string): boolean => NAMES.has(measure);

/** The shares of each of these measures that the system collects, asking no source twice. */
export async function collectMeasures(
  db: Database,
  question: Question,
  wanted: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Share[]>> {
  const found = new Map<string, readonly Share[]>();
  for (const source of SOURCES) {
    if (!Object.keys(source.names).some((key) => wanted.has(key))) continue;
    for (const [key, shares] of Object.entries(await source.collect(db, question))) found.set(key, shares);
  }
  return found;
}

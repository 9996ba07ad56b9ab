/** The year whose assessment is signed (定档): its result as frozen, while nobody has opened it again. */
import { and, desc, eq, lte } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { annuals } from '../../../db/schema/annual.ts';
import type { AnnualId, DomainId } from '../../../db/vocabulary.ts';
import type { FrozenResult } from '../../domain/annual/frozen.ts';
import { readAnnual } from './annual-state.ts';
import { nameOf, readFigures } from './figures.ts';

export interface SettledYear {
  annualId: AnnualId;
  year: number;
  /** `2026年度考核` */
  name: string;
  signedAt: Date;
  /** Collected values are as of this instant. */
  cutoffAt: Date;
  result: FrozenResult;
}

/** The result of the last assessment of a year up to this one; null where that is not, or no longer, settled. */
export async function settledYear(
  db: Database,
  domainId: DomainId,
  upTo: number,
): Promise<SettledYear | null> {
  const [row] = await db
    .select({ id: annuals.id })
    .from(annuals)
    .where(and(eq(annuals.domainId, domainId), eq(annuals.kind, 'year'), lte(annuals.year, upTo)))
    .orderBy(desc(annuals.year))
    .limit(1);
  if (row === undefined) return null;
  const annual = await readAnnual(db, domainId, row.id);
  const { signed } = annual.now;
  if (signed === null) return null;
  const { result } = await readFigures(db, domainId, annual, signed.at);
  const { year, cutoffAt } = annual;
  return { annualId: row.id, year, name: nameOf(annual), signedAt: signed.at, cutoffAt, result };
}

/** What was entered, decided, marked, overridden and objected to in an assessment, as it stands now. */
import { type AnyColumn, and, asc, desc, eq, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import {
  annualAnswers,
  annualClaims,
  annualFiles,
  annualMarks,
  annualObjections,
  annualOverrides,
  annualSubmissions,
  annualVerdicts,
} from '../../../db/schema/annual-lines.ts';
import { people } from '../../../db/schema/units.ts';
import type { AnnualId, DomainId, UnitId } from '../../../db/vocabulary.ts';
import type { ClaimState } from '../../domain/annual/decide.ts';
import type { Entered } from '../../domain/annual/values.ts';
import type { Reached } from '../../domain/score/assemble.ts';

interface Of {
  domainId: DomainId;
  annualId: AnnualId;
}

/** Of one unit and line, or of all. */
type Asked = Of & { unitId?: UnitId; indicator?: string };

/** The rows of a table that are asked for. */
const asked = (
  table: Record<'domainId' | 'annualId' | 'unitId' | 'indicator', AnyColumn>,
  { domainId, annualId, unitId, indicator }: Asked,
) =>
  and(
    eq(table.domainId, domainId),
    eq(table.annualId, annualId),
    unitId === undefined ? undefined : eq(table.unitId, unitId),
    indicator === undefined ? undefined : eq(table.indicator, indicator),
  );

/** Every claim with the committee's word on it, the latest first. */
export async function readClaims(db: Database, of: Asked) {
  const rows = await db
    .select({
      id: annualClaims.id,
      unitId: annualClaims.unitId,
      indicator: annualClaims.indicator,
      value: annualClaims.value,
      note: annualClaims.note,
      at: annualClaims.at,
      personId: annualClaims.personId,
      verdict: annualVerdicts.verdict,
      reason: annualVerdicts.reason,
      decidedAt: annualVerdicts.at,
      decidedBy: annualVerdicts.personId,
    })
    .from(annualClaims)
    .leftJoin(annualVerdicts, refersTo(annualVerdicts, 'claimId', annualClaims))
    .where(asked(annualClaims, of))
    .orderBy(desc(annualClaims.id));
  return rows.map((row) => ({ ...row, value: row.value as Entered | null }));
}

export type Claim = Awaited<ReturnType<typeof readClaims>>[number];

/** Whether a claim waits for the committee. One that only explains a line waits for nobody. */
export function claimStateOf(claim: Pick<Claim, 'value' | 'verdict'> | undefined): ClaimState {
  if (claim === undefined || claim.value === null) return null;
  return claim.verdict ?? 'waiting';
}

/** The newest of each line, of rows that come newest first. */
export function latestOf<R extends { unitId: UnitId; indicator: string }>(
  rows: readonly R[],
): Map<string, R> {
  const latest = new Map<string, R>();
  for (const row of rows) {
    const key = `${row.unitId}/${row.indicator}`;
    if (!latest.has(key)) latest.set(key, row);
  }
  return latest;
}

/** Each unit's last handing-in, by unit. */
export async function readSubmissions(db: Database, { domainId, annualId }: Of): Promise<Map<UnitId, Date>> {
  const rows = await db
    .select({ unitId: annualSubmissions.unitId, at: annualSubmissions.at })
    .from(annualSubmissions)
    .where(and(eq(annualSubmissions.domainId, domainId), eq(annualSubmissions.annualId, annualId)))
    .orderBy(asc(annualSubmissions.id));
  return new Map(rows.map(({ unitId, at }) => [unitId, at]));
}

/** Each member's mark that holds on each line. */
export async function readMarks(db: Database, of: Asked) {
  return db
    .selectDistinctOn([annualMarks.personId, annualMarks.unitId, annualMarks.indicator], {
      personId: annualMarks.personId,
      unitId: annualMarks.unitId,
      indicator: annualMarks.indicator,
      mark: annualMarks.mark,
      at: annualMarks.at,
    })
    .from(annualMarks)
    .where(asked(annualMarks, of))
    .orderBy(annualMarks.personId, annualMarks.unitId, annualMarks.indicator, sql`${annualMarks.id} desc`);
}

/** All overrides, the latest first; one without a value takes the earlier ones back. */
export async function readOverrides(db: Database, of: Asked) {
  const rows = await db
    .select({
      unitId: annualOverrides.unitId,
      indicator: annualOverrides.indicator,
      value: annualOverrides.value,
      reason: annualOverrides.reason,
      fileId: annualOverrides.fileId,
      objectionId: annualOverrides.objectionId,
      at: annualOverrides.at,
      person: people.name,
    })
    .from(annualOverrides)
    .leftJoin(people, refersTo(annualOverrides, 'personId', people))
    .where(asked(annualOverrides, of))
    .orderBy(desc(annualOverrides.id));
  return rows.map((row) => ({ ...row, value: row.value as Reached | null }));
}

/** All objections with their answers, in the order they came. */
export async function readObjections(db: Database, of: Of) {
  return db
    .select({
      id: annualObjections.id,
      unitId: annualObjections.unitId,
      indicator: annualObjections.indicator,
      text: annualObjections.text,
      at: annualObjections.at,
      verdict: annualAnswers.verdict,
      reason: annualAnswers.reason,
      answeredAt: annualAnswers.at,
    })
    .from(annualObjections)
    .leftJoin(annualAnswers, refersTo(annualAnswers, 'objectionId', annualObjections))
    .where(asked(annualObjections, of))
    .orderBy(asc(annualObjections.id));
}

/** The files at the lines, in the order they came. */
export async function readFiles(db: Database, of: Asked) {
  return db
    .select({
      id: annualFiles.id,
      unitId: annualFiles.unitId,
      indicator: annualFiles.indicator,
      use: annualFiles.use,
      name: annualFiles.name,
    })
    .from(annualFiles)
    .where(asked(annualFiles, of))
    .orderBy(asc(annualFiles.id));
}

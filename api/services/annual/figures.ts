/**
 * The figures of an assessment: what is signed, byte for byte, once it is; until then the engine's, over collected
 * values as of the cut-off, confirmed reported values, marks that count, and overrides.
 */
import { createHash } from 'node:crypto';
import { and, desc, eq } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { annualResults } from '../../../db/schema/annual.ts';
import type { DomainId, UnitId, ValueSource } from '../../../db/vocabulary.ts';
import { countingMarks } from '../../domain/annual/decide.ts';
import { type FrozenResult, frozenText, readFrozen } from '../../domain/annual/frozen.ts';
import { finalValues, lineKey, sourceOf } from '../../domain/annual/values.ts';
import { annualName } from '../../domain/annual/words.ts';
import { assembleValues, measureOf } from '../../domain/score/assemble.ts';
import type { Value } from '../../domain/score/data.ts';
import type { Scheme } from '../../domain/score/scheme.ts';
import { score } from '../../domain/score/score.ts';
import { dayOf } from '../../domain/time/day.ts';
import { found, Refusal } from '../../errors.ts';
import { isCollected } from '../measures/registry.ts';
import { type AssessedUnit, assessedUnits } from '../ranking/assessed-units.ts';
import { collectBasis } from '../ranking/collect-values.ts';
import { schemeInForce } from '../ranking/scheme-in-force.ts';
import { latestOf, readMarks, readObjections, readOverrides } from './annual-records.ts';
import type { Annual } from './annual-state.ts';

/** Where each indicator's value comes from. */
export const sourcesOf = (scheme: Scheme): ReadonlyMap<string, ValueSource> =>
  new Map(scheme.indicators.map((each) => [each.code, sourceOf(each, isCollected)]));

/** The scheme of an assessment: the one in force at its cut-off. Throws `conflict` where the year has none. */
export async function schemeOf(db: Database, domainId: DomainId, annual: Pick<Annual, 'year' | 'cutoffAt'>) {
  const scheme = await schemeInForce(db, { domainId, year: annual.year, asOf: annual.cutoffAt });
  if (scheme !== null) return scheme;
  throw new Refusal('conflict', 'noScheme', `${annual.year}年还没有发布考核方案，先发布方案再启动考核`);
}

/** What was found for each line: collected as of the cut-off, reported as confirmed by `now`. */
export async function foundValues(
  db: Database,
  domainId: DomainId,
  annual: Pick<Annual, 'year' | 'cutoffAt'>,
  { scheme, assessed, now }: { scheme: Scheme; assessed: readonly AssessedUnit[]; now: Date },
): Promise<Value[]> {
  const of = { domainId, year: annual.year };
  const measures = new Set(scheme.indicators.map(measureOf).filter(isCollected));
  const { collected } = await collectBasis(db, { ...of, asOf: annual.cutoffAt }, measures);
  const { reported } = await collectBasis(db, { ...of, asOf: now }, new Set());
  const units = assessed.map(({ id, name, group }) => ({ key: String(id), name, group }));
  return assembleValues({ collected, reported }, scheme, units);
}

/** A year is scored to its end; a rehearsal leaves out what is not due yet. */
export const schemeFor = ({ kind, cutoffAt }: Pick<Annual, 'kind' | 'cutoffAt'>, scheme: Scheme): Scheme => ({
  ...scheme,
  mode: kind === 'year' ? 'final' : 'rolling',
  asOf: dayOf(new Date(cutoffAt.getTime() - 1)),
});

/** The marks that count, by line. */
async function marksByLine(db: Database, domainId: DomainId, { id, now }: Annual) {
  const marks = new Map<string, number[]>();
  for (const mark of countingMarks(now, await readMarks(db, { domainId, annualId: id }))) {
    const key = lineKey(mark.unitId, mark.indicator);
    marks.set(key, [...(marks.get(key) ?? []), mark.mark]);
  }
  return marks;
}

async function computeFigures(
  db: Database,
  domainId: DomainId,
  annual: Annual,
  now: Date,
): Promise<FrozenResult> {
  const { version, body } = await schemeOf(db, domainId, annual);
  const scheme = schemeFor(annual, body);
  const assessed = await assessedUnits(db, domainId, annual.cutoffAt);
  const of = { domainId, annualId: annual.id };
  const holding = [...latestOf(await readOverrides(db, of)).values()];
  const overridden = holding.flatMap(({ value, ...row }) => (value === null ? [] : [{ ...row, value }]));
  const overrides = new Map(
    overridden.map(({ unitId, indicator, value }) => [lineKey(unitId, indicator), value]),
  );
  const values = finalValues(
    await foundValues(db, domainId, annual, { scheme, assessed, now }),
    { marks: await marksByLine(db, domainId, annual), overrides },
    sourcesOf(scheme),
  );
  const listed = assessed.map(({ id, name, group }) => ({ key: String(id), name, group }));
  const objections = await readObjections(db, of);
  return {
    format: 1,
    year: annual.year,
    kind: annual.kind,
    cutoffAt: annual.cutoffAt.toISOString(),
    schemeVersion: version,
    scheme,
    units: listed,
    values,
    overrides: overridden
      .map(({ unitId, indicator, value, reason }) => ({ unit: String(unitId), indicator, value, reason }))
      .sort((a, b) => (lineKey(a.unit, a.indicator) < lineKey(b.unit, b.indicator) ? -1 : 1)),
    objections: objections.map(({ unitId, indicator, text, verdict, reason }) => ({
      unit: String(unitId),
      indicator,
      text,
      verdict,
      reason,
    })),
    results: score(scheme, { units: listed, values }).results,
  };
}

/** The text that was signed, with its hash; null while nothing is. */
async function readSigned(db: Database, domainId: DomainId, annual: Annual) {
  const { signed } = annual.now;
  if (signed === null) return null;
  const [row] = await db
    .select({ body: annualResults.body, hash: annualResults.hash })
    .from(annualResults)
    .where(
      and(
        eq(annualResults.domainId, domainId),
        eq(annualResults.annualId, annual.id),
        eq(annualResults.hash, signed.hash),
      ),
    )
    .orderBy(desc(annualResults.signedAt))
    .limit(1);
  return found(row, '定档结果');
}

export interface Figures {
  result: FrozenResult;
  /** The bytes that are or would be frozen. */
  text: string;
  hash: string;
}

const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The figures of an assessment as everybody is shown them; once signed, nothing recorded later changes them. */
export async function readFigures(
  db: Database,
  domainId: DomainId,
  annual: Annual,
  now: Date,
): Promise<Figures> {
  const signed = await readSigned(db, domainId, annual);
  if (signed !== null) return { result: readFrozen(signed.body), text: signed.body, hash: signed.hash };
  const result = await computeFigures(db, domainId, annual, now);
  const text = frozenText(result);
  return { result, text, hash: hashOf(text) };
}

/** The number of a unit by the key that the engine knows it by. */
export const unitIdOf = (key: string): UnitId => Number(key) as UnitId;

/** The assessment as an audit entry names it. */
export const subjectOf = (annual: Pick<Annual, 'id'>): string => `annual:${annual.id}`;
/** The assessment as people call it: 2026年度考核. */
export const nameOf = (annual: Pick<Annual, 'year' | 'kind'>): string => annualName(annual.year, annual.kind);

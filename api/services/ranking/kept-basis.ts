/**
 * What there is to score from, kept between questions: of a day that goes on, only the units that a change touched are
 * collected anew. It is what `collectBasis` gives, at a fraction of the reading.
 */
import type { Database } from '../../../db/open.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import type { Basis, Reached } from '../../domain/score/assemble.ts';
import { dayOf, startOf } from '../../domain/time/day.ts';
import { versionOf } from '../audit/read-version.ts';
import { unitsTouched } from '../audit/units-touched.ts';
import type { Question } from '../measures/measure.ts';
import { collectBasis } from './collect-values.ts';

interface Kept {
  version: number;
  asOf: Date;
  basis: Basis;
}

/** Those asked for last are kept, for each database by itself; a transaction, which may be undone, keeps nothing. */
const MOST = 100;
const kept = new WeakMap<Database, Map<string, Kept>>();

const isStart = (instant: Date): boolean => startOf(dayOf(instant)).getTime() === instant.getTime();

/** Figures change with what is recorded and from one day to the next; the end of a day stands by itself. */
const keyOf = ({ domainId, year, asOf }: Question, measures: ReadonlySet<string>): string =>
  [domainId, year, isStart(asOf) ? asOf.toISOString() : dayOf(asOf), ...[...measures].sort()].join('/');

type Part = Basis['collected'];

/** What was collected of some units in the place of what was known of them. */
function replaced(before: Part, now: Part, units: ReadonlySet<UnitId>): Part {
  const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
  return Object.fromEntries(
    [...keys].map((key) => {
      const values: Record<string, Reached> = { ...before[key] };
      for (const unit of units) {
        const value = now[key]?.[unit];
        if (value === undefined) delete values[unit];
        else values[unit] = value;
      }
      return [key, values];
    }),
  );
}

/** Collects what is not known yet; tells of which units it was collected. */
export async function bringUpToDate(
  db: Database,
  question: Question,
  measures: ReadonlySet<string>,
  before: Kept | undefined,
): Promise<{ basis: Basis; collected: ReadonlySet<UnitId> | 'all' }> {
  const units =
    before === undefined || before.asOf > question.asOf
      ? 'all'
      : await unitsTouched(db, {
          domainId: question.domainId,
          version: before.version,
          known: before.asOf,
          asOf: question.asOf,
        });
  if (before === undefined || units === 'all') {
    return { basis: await collectBasis(db, question, measures), collected: 'all' };
  }
  if (units.size === 0) return { basis: before.basis, collected: units };
  const now = await collectBasis(db, { ...question, units: [...units] }, measures);
  const basis = {
    collected: replaced(before.basis.collected, now.collected, units),
    reported: replaced(before.basis.reported, now.reported, units),
  };
  return { basis, collected: units };
}

/** The same as `collectBasis`, from what is kept where that is allowed. */
export async function collectKept(
  db: Database,
  question: Question,
  measures: ReadonlySet<string>,
): Promise<Basis> {
  if (question.knownBy !== undefined) return collectBasis(db, question, measures);
  const own = kept.get(db) ?? new Map<string, Kept>();
  kept.set(db, own);
  const key = keyOf(question, measures);
  // The version first: what is recorded while this reads is collected once more than it need be, never missed.
  const version = await versionOf(db, question.domainId);
  const { basis } = await bringUpToDate(db, question, measures, own.get(key));
  own.delete(key);
  own.set(key, { version, asOf: question.asOf, basis });
  const oldest = own.keys().next().value;
  if (own.size > MOST && oldest !== undefined) own.delete(oldest);
  return basis;
}

/** Reading an annual assessment with its events, under a lock where something is to change, and adding to them. */
import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { annualEvents, annuals } from '../../../db/schema/annual.ts';
import type { AnnualEventKind, AnnualId, AnnualKind, Day, DomainId } from '../../../db/vocabulary.ts';
import { personOf, type Tx } from '../../context.ts';
import type { Obstacle } from '../../domain/annual/decide.ts';
import {
  type AnnualEvent,
  type AnnualStanding,
  mayHappen,
  standingOf,
} from '../../domain/annual/standing.ts';
import { obstacleWords } from '../../domain/annual/words.ts';
import { found, Refusal } from '../../errors.ts';

export interface Annual {
  id: AnnualId;
  year: number;
  kind: AnnualKind;
  /** Collected values are as of this instant. */
  cutoffAt: Date;
  openedAt: Date;
  events: readonly AnnualEvent[];
  now: AnnualStanding;
}

type Row = Omit<Annual, 'events' | 'now'>;

async function withEvents(db: Database, domainId: DomainId, row: Row): Promise<Annual> {
  const events = await db
    .select({
      kind: annualEvents.kind,
      at: annualEvents.at,
      personId: annualEvents.personId,
      untilOn: annualEvents.untilOn,
      reason: annualEvents.reason,
      hash: annualEvents.hash,
    })
    .from(annualEvents)
    .where(and(eq(annualEvents.domainId, domainId), eq(annualEvents.annualId, row.id)))
    .orderBy(asc(annualEvents.id));
  return { ...row, events, now: standingOf(events) };
}

const isAnnual = (domainId: DomainId, id: AnnualId) =>
  and(eq(annuals.domainId, domainId), eq(annuals.id, id));

/** The assessment with that number. Throws `notFound`. */
export async function readAnnual(db: Database, domainId: DomainId, id: AnnualId): Promise<Annual> {
  const [row] = await db.select().from(annuals).where(isAnnual(domainId, id));
  return withEvents(db, domainId, found(row, '年度考核'));
}

/** The same, locked for this transaction: what two people do at once happens one after the other. */
export async function holdAnnual(tx: Tx, id: AnnualId): Promise<Annual> {
  const [row] = await tx.db.select().from(annuals).where(isAnnual(tx.domainId, id)).for('update');
  return withEvents(tx.db, tx.domainId, found(row, '年度考核'));
}

/** Throws `conflict` where a decision says that something may not be done. */
export function unless(obstacle: Obstacle | null, { now }: Pick<Annual, 'now'>): void {
  if (obstacle !== null) throw new Refusal('conflict', obstacle, obstacleWords(obstacle, now.step));
}

export interface NewEvent {
  kind: AnnualEventKind;
  untilOn?: Day;
  reason?: string;
  hash?: string;
}

/** Adds an event to a held assessment; gives the assessment as it stands then. */
export async function addEvent(tx: Tx, annual: Annual, event: NewEvent): Promise<Annual> {
  if (!mayHappen(annual.now, event.kind)) unless('otherStep', annual);
  const made: AnnualEvent = {
    kind: event.kind,
    at: tx.clock(),
    personId: personOf(tx),
    untilOn: event.untilOn ?? null,
    reason: event.reason ?? null,
    hash: event.hash ?? null,
  };
  await tx.db.insert(annualEvents).values({ domainId: tx.domainId, annualId: annual.id, ...made });
  const events = [...annual.events, made];
  return { ...annual, events, now: standingOf(events) };
}

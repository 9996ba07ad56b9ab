import { and, asc, eq } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { people } from '../../../db/schema/units.ts';
import type { DomainId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';
import { chairsOf, type Member, toLead } from '../../domain/annual/decide.ts';
import { type Annual, unless } from './annual-state.ts';

export type NamedMember = Member & { name: string };

/** The members of the committee (考评组) as it is now. */
export async function readCommittee(db: Database, domainId: DomainId): Promise<NamedMember[]> {
  const rows = await db
    .select({ id: people.id, name: people.name, unitId: people.unitId, duty: people.duty })
    .from(people)
    .where(and(eq(people.domainId, domainId), eq(people.role, 'committee'), eq(people.active, true)))
    .orderBy(asc(people.id));
  return rows.map(({ duty, ...row }) => ({ ...row, isHead: duty === 'head' }));
}

/** Throws `conflict` where the actor does not lead the assessment; the product itself may do all. */
export async function leadsOrFails(tx: Tx, annual: Annual): Promise<void> {
  if (tx.actor.kind !== 'person') return;
  const chairs = chairsOf(annual.now.openedBy, await readCommittee(tx.db, tx.domainId));
  unless(toLead(chairs, tx.actor.id), annual);
}

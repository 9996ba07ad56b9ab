import { asc, sql } from 'drizzle-orm';
import { type Database, rowsOf } from '../../../db/open.ts';
import { units } from '../../../db/schema/units.ts';
import type { DomainId, UnitId } from '../../../db/vocabulary.ts';

/**
 * Founds a sub-district (街道): the root of a unit tree and of all its data, whose number is the data's `domain_id`.
 */
export async function foundSubdistrict(db: Database, name: string): Promise<DomainId> {
  return db.transaction(async (tx) => {
    const [next] = await rowsOf<{ id: number }>(
      tx,
      sql`select nextval(pg_get_serial_sequence('units', 'id'))::int as id`,
    );
    if (next === undefined) throw new Error('the sequence of units gave no number');
    const domainId = next.id as DomainId;
    await tx
      .insert(units)
      .values({ domainId, id: next.id as UnitId, kind: 'subdistrict', name, shortName: name });
    return domainId;
  });
}

/** The sub-districts of this database, the first founded first. */
async function listSubdistricts(db: Database): Promise<{ id: DomainId; name: string }[]> {
  return db
    .select({ id: units.domainId, name: units.name })
    .from(units)
    .where(sql`${units.kind} = 'subdistrict'`)
    .orderBy(asc(units.id));
}

/**
 * The sub-district of this database. Where there is none yet `furnish` founds it with its first data: whole or, if it
 * fails or the process dies, not at all; and once, however many processes start together.
 */
export async function subdistrictOf(
  db: Database,
  furnish: (db: Database) => Promise<DomainId>,
): Promise<DomainId> {
  const [known] = await listSubdistricts(db);
  if (known !== undefined) return known.id;
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('furnish', 0))`);
    const [first] = await listSubdistricts(tx);
    return first?.id ?? furnish(tx);
  });
}

/** One-click sign-in of the demo (演示登录): asked for only in demo mode and from the machine itself. */
import { randomUUID } from 'node:crypto';
import { and, asc, eq } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { user } from '../../../db/schema/auth.ts';
import { people, units } from '../../../db/schema/units.ts';
import type { Duty, PersonId, Role } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { found } from '../../errors.ts';

export interface DemoPerson {
  id: PersonId;
  name: string;
  role: Role;
  duty: Duty;
  unit: string;
}

/** Everyone active of the sub-district, by unit. */
export function listDemoPeople(ctx: Context): Promise<DemoPerson[]> {
  return ctx.read((db) =>
    db
      .select({ id: people.id, name: people.name, role: people.role, duty: people.duty, unit: units.name })
      .from(people)
      .innerJoin(units, refersTo(people, 'unitId', units))
      .where(and(eq(people.domainId, ctx.domainId), eq(people.active, true)))
      .orderBy(asc(units.position), asc(units.id), asc(people.id)),
  );
}

/** The user to open a session for, made without a password where the person has none. Throws `notFound`. */
export function demoUserOf(ctx: Context, id: PersonId): Promise<string> {
  return ctx.transaction(async (tx) => {
    const own = and(eq(people.domainId, tx.domainId), eq(people.id, id), eq(people.active, true));
    const [person] = await tx.db
      .select({ name: people.name, userId: people.userId })
      .from(people)
      .where(own)
      .for('update');
    const { name, userId } = found(person, '人员');
    if (userId !== null) return userId;
    const made = randomUUID();
    const now = tx.clock();
    await tx.db
      .insert(user)
      .values({ id: made, name, email: `${made}@duban.invalid`, createdAt: now, updatedAt: now });
    await tx.db.update(people).set({ userId: made }).where(own);
    return made;
  });
}

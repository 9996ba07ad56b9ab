import { and, eq } from 'drizzle-orm';
import { people } from '../../../db/schema/units.ts';
import { type Context, personOf } from '../../context.ts';
import { recordAudit } from '../audit/record-audit.ts';

/** Writes into the audit that the person signed in or out. */
export async function recordSession(ctx: Context, change: 'signIn' | 'signOut'): Promise<void> {
  await ctx.transaction((tx) => recordAudit(tx, `session.${change}`, `person/${personOf(tx)}`));
}

/** Notes that the person has chosen a password of their own. */
export async function recordPasswordChange(ctx: Context): Promise<void> {
  const id = personOf(ctx);
  if (id === null) return;
  await ctx.transaction(async (tx) => {
    await tx.db
      .update(people)
      .set({ mustChangePassword: false })
      .where(and(eq(people.domainId, tx.domainId), eq(people.id, id)));
    await recordAudit(tx, 'person.changePassword', `person/${id}`);
  });
}

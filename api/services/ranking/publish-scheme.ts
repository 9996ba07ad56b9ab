import { and, desc, eq } from 'drizzle-orm';
import { schemes } from '../../../db/schema/assessment.ts';
import { type Context, permit, type Tx } from '../../context.ts';
import type { Scheme } from '../../domain/score/scheme.ts';
import { recordAudit } from '../audit/record-audit.ts';

/** The year's published scheme, if there is one, makes way for a new one. */
export async function supersede(tx: Tx, year: number): Promise<void> {
  await tx.db
    .update(schemes)
    .set({ state: 'superseded', supersededAt: tx.clock() })
    .where(and(eq(schemes.domainId, tx.domainId), eq(schemes.year, year), eq(schemes.state, 'published')));
}

/**
 * Publishes a scheme (发布考核方案) for its year as it is; the one published before is superseded, and both stay as they
 * were. Gives the version.
 */
export async function publishScheme(ctx: Context, scheme: Scheme): Promise<number> {
  permit(ctx, 'scheme.edit');
  return ctx.transaction(async (tx) => {
    const { domainId } = tx;
    const now = tx.clock();
    const [last] = await tx.db
      .select({ version: schemes.version })
      .from(schemes)
      .where(and(eq(schemes.domainId, domainId), eq(schemes.year, scheme.year)))
      .orderBy(desc(schemes.version))
      .limit(1);
    const version = (last?.version ?? 0) + 1;
    await supersede(tx, scheme.year);
    await tx.db.insert(schemes).values({
      domainId,
      year: scheme.year,
      version,
      state: 'published',
      body: scheme,
      createdAt: now,
      publishedAt: now,
    });
    await recordAudit(tx, 'scheme.publish', `scheme:${scheme.year}`, { version });
    return version;
  });
}

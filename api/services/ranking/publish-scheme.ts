import { and, desc, eq } from 'drizzle-orm';
import { schemes } from '../../../db/schema/assessment.ts';
import { type Context, permit } from '../../context.ts';
import type { Scheme } from '../../domain/score/scheme.ts';
import { recordAudit } from '../audit/record-audit.ts';

/**
 * Publishes a scheme (发布考核方案) for its year; the one published before is superseded, and both stay as they were.
 * Gives the version.
 */
export async function publishScheme(ctx: Context, scheme: Scheme): Promise<number> {
  permit(ctx, 'scheme.edit');
  return ctx.transaction(async (tx) => {
    const { domainId } = tx;
    const now = tx.clock();
    const ofYear = and(eq(schemes.domainId, domainId), eq(schemes.year, scheme.year));
    const [last] = await tx.db.select().from(schemes).where(ofYear).orderBy(desc(schemes.version)).limit(1);
    const version = (last?.version ?? 0) + 1;
    await tx.db
      .update(schemes)
      .set({ state: 'superseded', supersededAt: now })
      .where(and(ofYear, eq(schemes.state, 'published')));
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

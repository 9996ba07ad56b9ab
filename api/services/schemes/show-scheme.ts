import { and, desc, eq, lt, ne } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { schemes } from '../../../db/schema/assessment.ts';
import type { DomainId, SchemeId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { checkScheme } from '../../domain/score/check-scheme.ts';
import { readSchemeInput } from '../../domain/score/read.ts';
import type { Scheme } from '../../domain/score/scheme.ts';
import { diffSchemes } from '../../domain/score/scheme-diff.ts';
import { notFound } from '../../errors.ts';
import { seesDrafts } from './list-schemes.ts';
import { planSectionsOf, readScheme, surroundingsOf } from './read-scheme.ts';

/** The published scheme of the year that came before this version; null for the first. */
async function before(
  db: Database,
  domainId: DomainId,
  { year, version }: { year: number; version: number },
) {
  const [row] = await db
    .select({ version: schemes.version, body: schemes.body })
    .from(schemes)
    .where(
      and(
        eq(schemes.domainId, domainId),
        eq(schemes.year, year),
        lt(schemes.version, version),
        ne(schemes.state, 'draft'),
      ),
    )
    .orderBy(desc(schemes.version))
    .limit(1);
  return row === undefined ? null : { version: row.version, body: row.body as Scheme };
}

/**
 * One scheme with what it changes against the one before it, and for a draft what keeps it from being published.
 * Throws `notFound`, also for a draft that the viewer may not see.
 */
export async function showScheme(ctx: Context, id: SchemeId) {
  permit(ctx, 'scheme.see');
  return ctx.read(async (db) => {
    const { domainId } = ctx;
    const row = await readScheme(db, domainId, id);
    const draft = row.state === 'draft';
    if (draft && !seesDrafts(ctx)) throw notFound('考核方案');
    const old = await before(db, domainId, row);
    const read = readSchemeInput(row.body);
    return {
      id: row.id,
      year: row.year,
      version: row.version,
      state: row.state,
      revision: row.revision,
      createdAt: row.createdAt.toISOString(),
      publishedAt: row.publishedAt?.toISOString() ?? null,
      supersededAt: row.supersededAt?.toISOString() ?? null,
      body: row.body as Scheme,
      before: old,
      changes: old !== null && read.ok ? diffSchemes(old.body, read.scheme) : [],
      findings: draft ? checkScheme(row.body, await surroundingsOf(db, domainId, row.year)) : [],
      sections: await planSectionsOf(db, domainId, row.year),
    };
  });
}

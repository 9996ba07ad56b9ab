/** The demo year's bulletins (通报): practices offered, and a bulletin issued each month as the product does it. */
import { eq } from 'drizzle-orm';
import { DEMO_PRACTICES } from '../../../db/demo/practices.ts';
import { practices } from '../../../db/schema/bulletins.ts';
import type { DomainId, UnitId } from '../../../db/vocabulary.ts';
import type { Clock, Context } from '../../context.ts';
import { signBulletin, submitBulletin } from '../bulletins/decide-bulletin.ts';
import { draftBulletin, renewBulletin } from '../bulletins/draft-bulletin.ts';
import { issueBulletin } from '../bulletins/issue-bulletin.ts';
import type { DemoPerson } from './demo-people.ts';

/** The months that have their bulletin; June's is drafted by the job on 1 July. */
const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05'] as const;

/** In the week after the month: drafted on the 1st, issued on the 3rd at ten. */
function issuedAt(month: string): Date {
  const next = new Date(`${month}-03T10:00:00+08:00`);
  next.setUTCMonth(next.getUTCMonth() + 1);
  return next;
}

async function offer(ctx: Context, unitIds: ReadonlyMap<string, UnitId>): Promise<void> {
  const rows = DEMO_PRACTICES.flatMap(({ unit, title, body, at }) => {
    const unitId = unitIds.get(unit);
    if (unitId === undefined) return [];
    return [{ domainId: ctx.domainId, unitId, title, body, at: new Date(at), channel: 'web' as const }];
  });
  await ctx.transaction((tx) => tx.db.insert(practices).values(rows));
}

/** Issues the bulletins of January to May, each carrying the practices offered by then that none carried before. */
export async function issueDemoBulletins(
  contextOf: (domainId: DomainId, clock: Clock) => Context,
  domainId: DomainId,
  { unitIds, leader }: { unitIds: ReadonlyMap<string, UnitId>; leader: DemoPerson },
): Promise<void> {
  await offer(
    contextOf(domainId, () => issuedAt('2026-05')),
    unitIds,
  );
  const offered = await contextOf(domainId, () => issuedAt('2026-05')).read((db) =>
    db.select({ id: practices.id, at: practices.at }).from(practices).where(eq(practices.domainId, domainId)),
  );
  const { id: leaderId, name, role } = leader;
  const unitId = domainId as number as UnitId;
  const signer = { id: leaderId, name, role, unitId, unitIds: new Set([...unitIds.values()]) };
  for (const period of MONTHS) {
    const at = issuedAt(period);
    const ctx = contextOf(domainId, () => at);
    const id = await draftBulletin(ctx, { kind: 'monthly', period, chapter: '' });
    const practiceIds = offered
      .filter((practice) => practice.at.toISOString().startsWith(period))
      .map((practice) => practice.id);
    if (practiceIds.length > 0) await renewBulletin(ctx, { id, version: 1, practiceIds });
    const version = practiceIds.length > 0 ? 2 : 1;
    await submitBulletin(ctx, { id, version });
    await signBulletin(ctx.as({ ...signer, kind: 'person' }), { id, version: version + 1 });
    await issueBulletin(ctx, { id, version: version + 2 }, null);
  }
}

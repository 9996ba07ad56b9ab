import { and, eq, gte } from 'drizzle-orm';
import { plans } from '../../../db/schema/plans.ts';
import { unitAliases, units } from '../../../db/schema/units.ts';
import type { RankingGroup, UnitId, UnitKind } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { dayOf, partsOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { spreadPlan } from '../plan/spread-plan.ts';
import { unitNames } from '../plan/unit-names.ts';

export interface NewUnit {
  kind: Exclude<UnitKind, 'county' | 'subdistrict'>;
  name: string;
  shortName?: string;
  aliases?: readonly string[];
  /** The unit above; the sub-district itself unless named. */
  parentId?: UnitId;
  position?: number;
}

/** Villages and departments are assessed, each among their own; what lies below them is not. */
const GROUP_OF: Readonly<Record<NewUnit['kind'], RankingGroup | null>> = {
  village: 'village',
  department: 'department',
  group: null,
  grid: null,
};

/**
 * Adds a unit (单位) to the tree and gives it its part in the confirmed plans of this year and later. Throws `conflict`
 * where one of that name stands there already, or another name of it is taken.
 */
export async function addUnit(ctx: Context, unit: NewUnit): Promise<UnitId> {
  permit(ctx, 'unit.manage');
  return ctx.transaction(async (tx) => {
    const { domainId } = tx;
    const [added] = await tx.db
      .insert(units)
      .values({
        domainId,
        parentId: unit.parentId ?? (domainId as number as UnitId),
        kind: unit.kind,
        name: unit.name,
        shortName: unit.shortName ?? unit.name,
        rankingGroup: GROUP_OF[unit.kind],
        position: unit.position ?? 0,
        addedAt: tx.wall(),
      })
      .onConflictDoNothing()
      .returning({ id: units.id });
    if (added === undefined) throw new Refusal('conflict', 'unitExists', `已经有叫“${unit.name}”的单位`);
    const aliases = (unit.aliases ?? []).map((alias) => ({ domainId, unitId: added.id, alias }));
    if (aliases.length > 0) {
      const kept = await tx.db.insert(unitAliases).values(aliases).onConflictDoNothing().returning();
      const taken = aliases.find(({ alias }) => kept.every((row) => row.alias !== alias));
      if (taken) throw new Refusal('conflict', 'aliasTaken', `别名“${taken.alias}”已经是别的单位的`);
    }
    if (GROUP_OF[unit.kind] !== null) {
      const confirmed = await tx.db
        .select({ id: plans.id })
        .from(plans)
        .where(
          and(
            eq(plans.domainId, domainId),
            eq(plans.state, 'confirmed'),
            gte(plans.year, partsOf(dayOf(tx.clock())).year),
          ),
        );
      const named = await unitNames(tx);
      for (const plan of confirmed) await spreadPlan(tx, plan.id, named);
    }
    await recordAudit(tx, 'unit.add', `unit:${added.id}`, { kind: unit.kind });
    return added.id;
  });
}

/** What may be entered (可填报): the reported indicators of the year's scheme, the units, and what stands there. */
import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { reportedValues } from '../../../db/schema/assessment.ts';
import type { Id, RankingGroup, UnitId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { type Indicator, roleOf } from '../../domain/score/scheme.ts';
import { dayOf, partsOf } from '../../domain/time/day.ts';
import { type Entered, type Shape, shapeOf } from '../../domain/values/entered.ts';
import { Refusal } from '../../errors.ts';
import { isCollected } from '../measures/registry.ts';
import { assessedUnits } from '../ranking/assessed-units.ts';
import { schemeInForce } from '../ranking/scheme-in-force.ts';

export type ReportedValueId = Id<'reportedValue'>;

export interface EnterableIndicator extends Indicator {
  shape: Shape;
}

/** The value that stands for a unit on an indicator. */
export interface Standing {
  id: ReportedValueId;
  entered: Entered;
  at: Date;
  note: string | null;
}

export interface Enterable {
  year: number;
  /** Of the scheme. */
  version: number;
  groups: { key: RankingGroup; name: string; indicators: EnterableIndicator[] }[];
  units: { id: UnitId; name: string; group: RankingGroup }[];
  standing(unitId: UnitId, indicator: string): Standing | null;
}

function enterable(indicator: Indicator): EnterableIndicator[] {
  const shape = shapeOf(indicator.method);
  return shape === null || isCollected(indicator.measure ?? 'reported') ? [] : [{ ...indicator, shape }];
}

const keyOf = (unitId: UnitId, indicator: string): string => `${unitId} ${indicator}`;

async function standingValues(db: Database, ctx: Context, year: number): Promise<Map<string, Standing>> {
  const rows = await db
    .selectDistinctOn([reportedValues.indicator, reportedValues.unitId], {
      id: reportedValues.id,
      unitId: reportedValues.unitId,
      indicator: reportedValues.indicator,
      value: reportedValues.value,
      at: reportedValues.at,
      note: reportedValues.note,
    })
    .from(reportedValues)
    .where(and(eq(reportedValues.domainId, ctx.domainId), eq(reportedValues.year, year)))
    .orderBy(
      reportedValues.indicator,
      reportedValues.unitId,
      sql`${reportedValues.at} desc`,
      sql`${reportedValues.id} desc`,
    );
  return new Map(
    rows.map(({ unitId, indicator, value, ...rest }) => [
      keyOf(unitId, indicator),
      { ...rest, entered: value as Entered },
    ]),
  );
}

/** Reads what may be entered this year. Throws `notFound` where the year has no scheme. */
export async function readEnterable(db: Database, ctx: Context): Promise<Enterable> {
  const asOf = ctx.clock();
  const { year } = partsOf(dayOf(asOf));
  const scheme = await schemeInForce(db, { domainId: ctx.domainId, year, asOf });
  if (scheme === null) throw new Refusal('notFound', 'noScheme', `${year}年还没有发布考核方案`);
  const units = await assessedUnits(db, ctx.domainId, asOf);
  const standing = await standingValues(db, ctx, year);
  const { groups, indicators } = scheme.body;
  return {
    year,
    version: scheme.version,
    groups: groups.map(({ key, name }) => ({
      key: key as RankingGroup,
      name,
      indicators: indicators.filter((indicator) => indicator.group === key).flatMap(enterable),
    })),
    units,
    standing: (unitId, indicator) => standing.get(keyOf(unitId, indicator)) ?? null,
  };
}

/** Beside the weight, what an indicator does: 权重10 · 加分 · 扣分 · 一票否决 */
export function partOf({ weight, method }: Indicator): string {
  const words = { weighted: `权重${weight}`, bonus: '加分', penalty: '扣分', veto: '一票否决' } as const;
  return words[roleOf(method)];
}

/** The built-in scheme, published for the demo year, with the figures that were reported so far. */
import { HABITS } from '../../../db/demo/habits.ts';
import { type Chance, chanceOf } from '../../../db/demo/random.ts';
import { reportedValues } from '../../../db/schema/assessment.ts';
import type { RankingGroup, UnitId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { BUILTIN_SCHEME } from '../../domain/score/builtin.ts';
import type { Value } from '../../domain/score/data.ts';
import { type Indicator, type Method, valueKindOf } from '../../domain/score/scheme.ts';
import { isCollected } from '../measures/registry.ts';
import { publishScheme } from '../ranking/publish-scheme.ts';

/** Reported figures due by this day of the year are in. */
const IN_BY = '06-20';
const REPORTED_AT = new Date('2026-06-12T10:00:00+08:00');

const between = (worst: number, best: number, quality: number): number =>
  Math.round((worst + (best - worst) * quality) * 1000) / 1000;

const thresholdOf = (band: { atLeast: number } | { atMost: number }): number =>
  'atLeast' in band ? band.atLeast : band.atMost;

/** A figure that the method makes much of for a good unit (quality 1) and little for a bad one (0). */
function figureFor(method: Method, quality: number): number {
  switch (method.type) {
    case 'linear':
      return between(method.floor, method.target, quality);
    case 'bands': {
      const thresholds = method.bands.map(thresholdOf);
      const best = thresholds[0] ?? 0;
      return between(thresholds.at(-1) ?? 0, best, quality);
    }
    case 'curve':
      return between(method.points[0]?.[0] ?? 0, method.points.at(-1)?.[0] ?? 0, quality);
    case 'shortfall':
    case 'surplus': {
      const away = method.per * 3 * (1 - quality);
      return between(method.from, method.better === 'higher' ? method.from - away : method.from + away, 1);
    }
    case 'rank':
      return Math.round(quality * 20);
    case 'met':
    case 'deduct':
    case 'judged':
    case 'bonus':
    case 'penalty':
    case 'veto':
      return 0;
  }
}

function valueFor({ method }: Indicator, punctual: number, chance: Chance): Pick<Value, 'value'> | null {
  const quality = Math.min(1, Math.max(0, punctual + (chance.next() - 0.5) * 0.2));
  switch (valueKindOf(method)) {
    case 'number':
      return { value: figureFor(method, quality) };
    case 'count':
      if (method.type === 'bonus') return { value: chance.happens(quality - 0.6) ? 1 : 0 };
      return { value: chance.happens((1 - quality) / 2) ? 1 : 0 };
    case 'boolean':
      return { value: method.type === 'veto' ? false : chance.happens(quality) };
    case 'marks':
      return null;
  }
}

const isIn = ({ measure, reportBy }: Indicator): boolean =>
  !isCollected(measure ?? 'reported') && (reportBy === undefined || reportBy <= IN_BY);

/** Publishes the scheme and records what has been reported. `units` are the assessed units by name. */
export async function publishDemoScheme(
  ctx: Context,
  units: readonly { name: string; id: UnitId; group: RankingGroup }[],
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const { domainId } = tx;
    await publishScheme(tx, BUILTIN_SCHEME);
    const rows = BUILTIN_SCHEME.indicators.filter(isIn).flatMap((indicator) =>
      units
        .filter((unit) => unit.group === indicator.group)
        .flatMap(({ name, id }) => {
          const value = valueFor(
            indicator,
            HABITS[name]?.punctual ?? 1,
            chanceOf(`${name} ${indicator.code}`),
          );
          if (value === null) return [];
          const { year } = BUILTIN_SCHEME;
          return [{ domainId, year, indicator: indicator.code, unitId: id, value, at: REPORTED_AT }];
        }),
    );
    if (rows.length > 0) await tx.db.insert(reportedValues).values(rows);
  });
}

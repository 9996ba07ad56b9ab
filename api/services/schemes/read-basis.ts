import type { SchemeId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { day, dayOf, partsOf } from '../../domain/time/day.ts';
import { COLLECTED } from '../measures/registry.ts';
import { assessedUnits } from '../ranking/assessed-units.ts';
import { collectBasis } from '../ranking/collect-values.ts';
import { asOfDay } from '../ranking/score-as-of.ts';
import { readScheme } from './read-scheme.ts';

/**
 * What a draft can be tried out on (试算): every unit, and all that the system collects or was reported, as of now; for
 * a year that has ended, as of its end, and for one that has not begun, this year's. The engine itself runs where it
 * is tried.
 */
export async function readBasis(ctx: Context, id: SchemeId) {
  permit(ctx, 'scheme.edit');
  return ctx.read(async (db) => {
    const { domainId } = ctx;
    const scheme = await readScheme(db, domainId, id);
    const today = dayOf(ctx.clock());
    const year = Math.min(scheme.year, partsOf(today).year);
    const shown = year < partsOf(today).year ? day(`${year}-12-31`) : today;
    const asOf = asOfDay(shown, ctx.clock());
    const units = await assessedUnits(db, domainId, asOf);
    return {
      day: shown,
      units: units.map((unit) => ({ key: String(unit.id), name: unit.name, group: unit.group })),
      ...(await collectBasis(db, { domainId, year, asOf }, new Set(COLLECTED))),
    };
  });
}

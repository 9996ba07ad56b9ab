import { sql } from 'drizzle-orm';
import { reportedValues } from '../../../db/schema/assessment.ts';
import type { UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf } from '../../context.ts';
import { type Entered, readEntered } from '../../domain/values/entered.ts';
import { type Fault, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { type Enterable, type ReportedValueId, readEnterable } from './enterable.ts';

/** One value to be recorded, as it was written, and the value that it is to take the place of. */
export interface Entry {
  unitId: UnitId;
  indicator: string;
  written: string | number | boolean;
  /** What stood there when it was decided; null where nothing did. */
  replaces: ReportedValueId | null;
  note?: string | undefined;
}

const indicatorsOf = ({ groups }: Enterable, unit: { group: string } | undefined) =>
  groups.find(({ key }) => key === unit?.group)?.indicators ?? [];

/** What is wrong with an entry, or the value that it comes to. */
function readEntry(known: Enterable, { unitId, indicator: code, written }: Entry): Entered | string {
  const unit = known.units.find(({ id }) => id === unitId);
  if (unit === undefined) return '没有这个被考核单位';
  const indicator = indicatorsOf(known, unit).find((each) => each.code === code);
  if (indicator === undefined) return `${unit.name}没有可填报的指标 ${code}`;
  const read = readEntered(indicator.shape, written);
  return read.ok ? read.entered : `${unit.name} ${indicator.name}：${read.message}`;
}

function readEntries(known: Enterable, entries: readonly Entry[]): { entry: Entry; entered: Entered }[] {
  const faults: Fault[] = [];
  const taken = new Set<string>();
  const good = entries.flatMap((entry, at) => {
    const read = readEntry(known, entry);
    const key = `${entry.unitId} ${entry.indicator}`;
    const message = typeof read === 'string' ? read : taken.has(key) ? '同一个值填了两次' : null;
    taken.add(key);
    if (message !== null) faults.push({ path: `entries[${at}]`, message });
    return message !== null || typeof read === 'string' ? [] : [{ entry, entered: read }];
  });
  if (faults.length > 0)
    throw new Refusal('invalid', 'invalidValues', '有填报值不能保存，全部没有保存', faults);
  return good;
}

/**
 * Records reported values (填报), all or none, beside those before, which stay: the latest counts. Gives how many.
 * Throws `invalid` with a fault for each that cannot stand, and `conflict` where one of them has changed since it was
 * looked at.
 */
export async function recordValues(ctx: Context, entries: readonly Entry[]): Promise<number> {
  permit(ctx, 'value.record');
  return ctx.transaction(async (tx) => {
    // Two who record at once come one after the other, so that the second sees what the first has done.
    await tx.db.execute(sql`select pg_advisory_xact_lock(hashtextextended('values', ${tx.domainId}))`);
    const known = await readEnterable(tx.db, tx);
    const values = readEntries(known, entries);
    const overtaken = entries.filter(
      ({ unitId, indicator, replaces }) => (known.standing(unitId, indicator)?.id ?? null) !== replaces,
    );
    if (overtaken.length > 0) {
      throw new Refusal(
        'conflict',
        'changedSince',
        `其中${overtaken.length}个值刚被别人改过，请看过新值再保存`,
      );
    }
    const { domainId } = tx;
    await tx.db.insert(reportedValues).values(
      values.map(({ entry, entered }) => ({
        domainId,
        year: known.year,
        indicator: entry.indicator,
        unitId: entry.unitId,
        value: entered,
        at: tx.clock(),
        personId: personOf(tx),
        note: entry.note ?? null,
      })),
    );
    const [unitId = null, ...others] = new Set(values.map(({ entry }) => entry.unitId));
    await recordAudit(tx, 'value.record', `values:${known.year}`, {
      values: values.length,
      ...(others.length === 0 && { unitId }),
    });
    return values.length;
  });
}

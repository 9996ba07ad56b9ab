import { annualClaims, annualSubmissions } from '../../../db/schema/annual-lines.ts';
import type { AnnualId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf } from '../../context.ts';
import { toClaim } from '../../domain/annual/decide.ts';
import { type Entered, faultOf, isEnteredByUnit, mustBeEntered } from '../../domain/annual/values.ts';
import type { Value } from '../../domain/score/data.ts';
import { type Fault, Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { claimStateOf, latestOf, readClaims } from './annual-records.ts';
import { type Annual, holdAnnual, unless } from './annual-state.ts';
import { foundValues, subjectOf } from './figures.ts';
import { type Line, linesOf, readSheet } from './lines.ts';
import { type DraftLine, readDraft } from './self-draft.ts';

/** Whether a value for the line is there already, or not due yet in a rehearsal. */
function isSettled(annual: Annual, found: Value | undefined, asOf: string): boolean {
  if (found === undefined) return false;
  if (found.value !== undefined || found.notApplicable === true) return true;
  return annual.kind === 'trial' && found.dueOn !== undefined && found.dueOn > asOf;
}

/** What is wrong with a line as drafted, in words; null where it may go. */
function wrongWith({ indicator, source }: Line, drafted: DraftLine, settled: boolean): string | null {
  const value = drafted.value ?? null;
  if (value !== null) return faultOf(indicator, value);
  return mustBeEntered(indicator, source) && !settled ? `请填写“${indicator.name}”` : null;
}

/**
 * Hands in a unit's self-assessment as drafted (提交自评): each value waits for the committee then, each explanation is
 * kept. After lines were returned it takes those alone. Throws `forbidden`, `notFound`, `conflict` where the time is
 * past, and `invalid` with a fault for each line that is wrong or missing.
 */
export async function submitSelf(ctx: Context, { annualId, unitId }: { annualId: AnnualId; unitId: UnitId }) {
  permit(ctx, 'annual.claim', unitId);
  await ctx.transaction(async (tx) => {
    const annual = await holdAnnual(tx, annualId);
    const of = { domainId: tx.domainId, annualId, unitId };
    const sheet = await readSheet(tx.db, tx.domainId, annual);
    const draft = await readDraft(tx.db, of);
    const claims = latestOf(await readClaims(tx.db, of));
    const lines = linesOf(sheet, unitId);
    const found = await foundValues(tx.db, tx.domainId, annual, {
      scheme: sheet.scheme,
      assessed: sheet.units.filter(({ id }) => id === unitId),
      now: tx.clock(),
    });

    const open = lines.flatMap((line) => {
      const { code } = line.indicator;
      const claim = claims.get(`${unitId}/${code}`);
      const obstacle = toClaim(annual.now, claimStateOf(claim));
      if (obstacle === 'waits' || obstacle === 'confirmed') return [];
      const drafted = draft.lines[code] ?? {};
      const settled = isSettled(
        annual,
        found.find((value) => value.indicator === code),
        sheet.scheme.asOf,
      );
      return [{ line, drafted, obstacle, settled, claim }];
    });
    const allowed = open.filter(({ obstacle }) => obstacle === null);
    if (allowed.length === 0) unless('otherStep', annual);

    const faults = allowed.flatMap(({ line, drafted, settled }): Fault[] => {
      const message = wrongWith(line, drafted, settled);
      return message === null ? [] : [{ path: `lines.${line.indicator.code}`, message }];
    });
    if (faults.length > 0) throw new Refusal('invalid', 'selfIncomplete', '自评还没有填完', faults);

    const made = allowed.flatMap(({ line: { indicator, source }, drafted, claim }) => {
      const value: Entered | null = isEnteredByUnit(indicator, source) ? (drafted.value ?? null) : null;
      const note = drafted.note?.trim() ?? '';
      const same = claim !== undefined && claim.value === null && value === null && claim.note === note;
      if (same || (value === null && note === '')) return [];
      return [{ ...of, indicator: indicator.code, value, note, at: tx.clock(), personId: personOf(tx) }];
    });
    if (made.length > 0) await tx.db.insert(annualClaims).values(made);
    await tx.db.insert(annualSubmissions).values({ ...of, at: tx.clock(), personId: personOf(tx) });
    await recordAudit(tx, 'annual.submit', subjectOf(annual), { unitId, lines: made.length });
  });
}

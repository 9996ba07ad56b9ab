import type { AnnualId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { toClaim } from '../../domain/annual/decide.ts';
import { entryFormOf, valueText } from '../../domain/annual/value-text.ts';
import { isEnteredByUnit, mustBeEntered, reachedOf } from '../../domain/annual/values.ts';
import { may } from '../../domain/permissions.ts';
import { aimOf } from '../../domain/score/why/aim.ts';
import { claimStateOf, latestOf, readClaims, readFiles, readSubmissions } from './annual-records.ts';
import { readAnnual } from './annual-state.ts';
import { foundValues, nameOf } from './figures.ts';
import { linesOf, readSheet, unitOf } from './lines.ts';
import { readDraft } from './self-draft.ts';

/**
 * A unit's self-assessment (自评表): every line of its group with what the system found, what the unit wrote, and what
 * the committee said to it. For the unit itself, and for the committee that looks through it. Throws `forbidden` and
 * `notFound`.
 */
export async function showSelf(ctx: Context, { id, unitId }: { id: AnnualId; unitId: UnitId }) {
  permit(ctx, 'annual.evidence', unitId);
  return ctx.read(async (db) => {
    const { domainId } = ctx;
    const annual = await readAnnual(db, domainId, id);
    const of = { domainId, annualId: id, unitId };
    const sheet = await readSheet(db, domainId, annual);
    const unit = unitOf(sheet, unitId);
    const assessed = sheet.units.filter((each) => each.id === unitId);
    const found = await foundValues(db, domainId, annual, {
      scheme: sheet.scheme,
      assessed,
      now: ctx.clock(),
    });
    const claims = latestOf(await readClaims(db, of));
    const draft = await readDraft(db, of);
    const files = await readFiles(db, of);
    const submittedAt = (await readSubmissions(db, of)).get(unitId) ?? null;
    const writes = ctx.actor.kind === 'person' && may(ctx.actor, 'annual.claim', unitId);
    const lines = linesOf(sheet, unitId).map(({ indicator, source }) => {
      const { code } = indicator;
      const claim = claims.get(`${unitId}/${code}`);
      const value = found.find((each) => each.indicator === code);
      const state = claimStateOf(claim);
      return {
        indicator: code,
        name: indicator.name,
        weight: indicator.weight,
        source,
        section: indicator.section ?? null,
        aim: aimOf(indicator),
        form: entryFormOf(indicator),
        entered: isEnteredByUnit(indicator, source),
        required: mustBeEntered(indicator, source),
        found: value === undefined || source === 'judged' ? null : valueText(indicator, value),
        dueOn: value?.dueOn ?? null,
        draft: draft.lines[code] ?? {},
        claim:
          claim === undefined
            ? null
            : {
                id: claim.id,
                value: claim.value === null ? null : valueText(indicator, reachedOf(indicator, claim.value)),
                note: claim.note,
                at: claim.at.toISOString(),
                state,
                reason: claim.reason,
              },
        files: files
          .filter((file) => file.indicator === code && file.use === 'claim')
          .map(({ id: fileId, name }) => ({ id: fileId, name })),
        open: writes && toClaim(annual.now, state) === null,
      };
    });
    return {
      id,
      name: nameOf(annual),
      step: annual.now.step,
      selfUntil: annual.now.selfUntil,
      unitId,
      unit: unit.name,
      version: draft.version,
      savedAt: draft.savedAt?.toISOString() ?? null,
      submittedAt: submittedAt?.toISOString() ?? null,
      can: {
        save: lines.some(({ open }) => open),
        decide: ctx.actor.kind === 'person' && may(ctx.actor, 'annual.verify', null),
      },
      lines,
    };
  });
}

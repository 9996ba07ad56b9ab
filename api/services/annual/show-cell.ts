import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { people } from '../../../db/schema/units.ts';
import type { AnnualId, DomainId, PersonId, UnitId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf } from '../../context.ts';
import { visibleMarks } from '../../domain/annual/decide.ts';
import { valueText } from '../../domain/annual/value-text.ts';
import { reachedOf } from '../../domain/annual/values.ts';
import { found } from '../../errors.ts';
import {
  claimStateOf,
  readClaims,
  readFiles,
  readMarks,
  readObjections,
  readOverrides,
} from './annual-records.ts';
import { readAnnual } from './annual-state.ts';
import { readFigures } from './figures.ts';
import { lineOf, readSheet } from './lines.ts';
import { headsOf, lineIn } from './result-rows.ts';

async function namesOf(db: Database, domainId: DomainId, ids: readonly (PersonId | null)[]) {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map<PersonId, string>();
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.domainId, domainId), inArray(people.id, known)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/**
 * Everything about one line of one unit (指标明细): its value and why, what the unit entered and the committee said,
 * marks as far as one may see them, overrides, objection, files. Throws `forbidden` and `notFound`.
 */
export async function showCell(
  ctx: Context,
  { id, unitId, indicator: code }: { id: AnnualId; unitId: UnitId; indicator: string },
) {
  permit(ctx, 'annual.review');
  return ctx.read(async (db) => {
    const annual = await readAnnual(db, ctx.domainId, id);
    const { unit, indicator } = lineOf(await readSheet(db, ctx.domainId, annual), unitId, code);
    const of = { domainId: ctx.domainId, annualId: id, unitId, indicator: code };
    const { result } = await readFigures(db, ctx.domainId, annual, ctx.clock());
    const claims = await readClaims(db, of);
    const marks = visibleMarks(annual.now, await readMarks(db, of), personOf(ctx));
    const names = await namesOf(db, ctx.domainId, [
      ...marks.map(({ personId }) => personId),
      ...claims.flatMap(({ personId, decidedBy }) => [personId, decidedBy]),
    ]);
    const nameFor = (personId: PersonId | null) => (personId === null ? null : (names.get(personId) ?? null));
    const overrides = await readOverrides(db, of);
    const objections = await readObjections(db, of);
    return {
      unitId,
      unit: unit.name,
      head: found(
        headsOf(result, unit.group).find((head) => head.code === code),
        '考核指标',
      ),
      line: found(lineIn(result, unit.group, unitId, code), '考核指标'),
      claims: claims.map((claim) => ({
        id: claim.id,
        value: claim.value === null ? null : valueText(indicator, reachedOf(indicator, claim.value)),
        note: claim.note,
        at: claim.at.toISOString(),
        person: nameFor(claim.personId),
        state: claimStateOf(claim),
        reason: claim.reason,
        decidedBy: nameFor(claim.decidedBy),
      })),
      marks: marks.map(({ personId, mark, at }) => ({
        person: nameFor(personId) ?? '',
        mark,
        at: at.toISOString(),
        mine: personId === personOf(ctx),
      })),
      overrides: overrides.map((each) => ({
        value: each.value === null ? null : valueText(indicator, each.value),
        reason: each.reason,
        fileId: each.fileId,
        byObjection: each.objectionId !== null,
        at: each.at.toISOString(),
        person: each.person,
      })),
      objections: objections
        .filter((each) => each.unitId === unitId && each.indicator === code)
        .map(({ text, at, verdict, reason }) => ({ text, at: at.toISOString(), verdict, reason })),
      files: (await readFiles(db, of)).map(({ id: fileId, use, name }) => ({ id: fileId, use, name })),
    };
  });
}

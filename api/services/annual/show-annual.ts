import { and, eq, inArray } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { people } from '../../../db/schema/units.ts';
import type { AnnualId, DomainId, PersonId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf } from '../../context.ts';
import { chairsOf, toAskReopen, toDecideReopen, toHandIn, toOpenMarks } from '../../domain/annual/decide.ts';
import { lacksOf } from '../../domain/annual/lacks.ts';
import { type Action, may } from '../../domain/permissions.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { type Annual, readAnnual } from './annual-state.ts';
import { readCommittee } from './committee.ts';
import { type Progress, readProgress } from './facts.ts';
import { nameOf } from './figures.ts';

/** The names of the people in the events. */
async function namesOf(db: Database, domainId: DomainId, annual: Annual) {
  const ids = annual.events.flatMap(({ personId }) => (personId === null ? [] : [personId]));
  if (ids.length === 0) return new Map<PersonId, string>();
  const rows = await db
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.domainId, domainId), inArray(people.id, ids)));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** What the person who asks may do now. */
function mayDo(ctx: Context, annual: Annual, progress: Progress, chairs: readonly PersonId[]) {
  const { now } = annual;
  const me = personOf(ctx);
  const right = (action: Action): boolean => ctx.actor.kind === 'system' || may(ctx.actor, action, null);
  const leads = right('annual.advance') && (me === null || chairs.includes(me));
  const complete = lacksOf(now, progress.facts).every(({ blocks }) => !blocks);
  const own = progress.facts.markers.find(({ id }) => id === me);
  return {
    review: right('annual.review'),
    advance: leads && ['self', 'review', 'notice'].includes(now.step) && complete,
    openMarks: leads && toOpenMarks(now) === null,
    mark: own !== undefined && now.step === 'review' && !now.marksOpen && !own.handedIn,
    handIn: own !== undefined && toHandIn(now, own.id, own.wanted - own.marked) === null,
    override: right('annual.override') && (now.step === 'review' || now.step === 'recheck'),
    verify: right('annual.verify') && (now.step === 'self' || now.step === 'review'),
    answer: right('annual.answer') && now.step === 'recheck',
    sign: right('annual.sign') && now.step === 'recheck' && complete,
    askReopen: right('annual.reopen.ask') && toAskReopen(now) === null,
    refuseReopen: right('annual.reopen.decide') && toDecideReopen(now, me, false) === null,
    grantReopen: right('annual.reopen.decide') && toDecideReopen(now, me, true) === null,
  };
}

/**
 * Where an assessment stands (考核进程): its step, what holds it up, how far everybody is, and its trace. The inner
 * figures of the committee are for those who may look on; a unit is shown its own. Throws `notFound`.
 */
export async function showAnnual(ctx: Context, id: AnnualId) {
  permit(ctx, 'annual.see');
  const calendar = await readCalendar(ctx);
  return ctx.read(async (db) => {
    const annual = await readAnnual(db, ctx.domainId, id);
    const { now } = annual;
    const progress = await readProgress(db, ctx.domainId, annual, { at: ctx.clock(), calendar });
    const chairs = chairsOf(now.openedBy, await readCommittee(db, ctx.domainId));
    const names = await namesOf(db, ctx.domainId, annual);
    const can = mayDo(ctx, annual, progress, chairs);
    const nameFor = (personId: PersonId | null) => (personId === null ? null : (names.get(personId) ?? null));
    const isMine = (unitId: (typeof progress.units)[number]['unitId']) =>
      can.review || ctx.actor.kind === 'system' || ctx.actor.unitIds.has(unitId);
    return {
      id,
      year: annual.year,
      kind: annual.kind,
      name: nameOf(annual),
      step: now.step,
      openedAt: annual.openedAt.toISOString(),
      cutoffAt: annual.cutoffAt.toISOString(),
      selfUntil: now.selfUntil,
      noticeUntil: now.noticeUntil,
      noticeDaysLeft: progress.facts.noticeDaysLeft,
      marksOpen: now.marksOpen,
      signed:
        now.signed === null
          ? null
          : { at: now.signed.at.toISOString(), by: nameFor(now.signed.by), hash: now.signed.hash },
      reopening:
        now.reopening === null
          ? null
          : {
              at: now.reopening.at.toISOString(),
              by: nameFor(now.reopening.by),
              reason: now.reopening.reason,
            },
      lacks: can.review ? lacksOf(now, progress.facts) : [],
      units: progress.units
        .filter(({ unitId }) => isMine(unitId))
        .map((unit) => ({ ...unit, submittedAt: unit.submittedAt?.toISOString() ?? null })),
      markers: can.review
        ? progress.facts.markers.map((marker) => ({ ...marker, leads: chairs.includes(marker.id) }))
        : [],
      objections: progress.objections,
      trace: annual.events.map(({ kind, at, personId, reason }) => ({
        kind,
        at: at.toISOString(),
        person: nameFor(personId),
        reason,
      })),
      can,
    };
  });
}

/** The score that people are shown of a day (口径): as it ran that day, or of a year that is settled, what was signed. */
import type { Database } from '../../../db/open.ts';
import { type DomainId, RANKING_GROUPS } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import type { Scheme } from '../../domain/score/scheme.ts';
import { type Day, dayOf, lastDayOfMonth, partsOf } from '../../domain/time/day.ts';
import { Refusal } from '../../errors.ts';
import { unitIdOf } from '../annual/figures.ts';
import { type SettledYear, settledYear } from '../annual/settled-year.ts';
import { collectKept } from './kept-basis.ts';
import { asOfDay, type Scored, scoreAsOf, type View } from './score-as-of.ts';

/** By when a past day is known: as it was shown that day, or with what was written down since. 按当时口径 · 按现在口径 */
export const KNOWN = ['then', 'now'] as const;
export type Known = (typeof KNOWN)[number];

/** What is asked about: a day, today unless said, and how it is looked at, as it was known then unless said. */
export interface Asked {
  day?: Day | undefined;
  known?: Known | undefined;
}

export type DayView = View & Asked & { day: Day };

/** The view of the day asked for. Throws `invalid` for a day that has not come. */
export function viewOf(ctx: Context, { day: asked, known }: Asked): DayView {
  const now = ctx.clock();
  const shown = asked ?? dayOf(now);
  if (shown > dayOf(now)) {
    const fault = { path: 'day', message: '这一天还没有到' };
    throw new Refusal('invalid', 'future', fault.message, [fault]);
  }
  return { day: shown, known, asOf: asOfDay(shown, now), ...(known === 'now' && { knownBy: now }) };
}

export interface Shown extends Scored {
  /** The scheme as it was scored by: rolling on the way, final once settled. */
  rules: Scheme;
  settled: SettledYear | null;
  known: Known;
}

const lastDayOf = (year: number): Day => lastDayOfMonth(year, 12);

/** What was signed, in the shape of any other score. */
function fromSettled(settled: SettledYear, known: Known): Shown {
  const { year, cutoffAt, result } = settled;
  const groupOf = (key: string) => RANKING_GROUPS.find((group) => group === key);
  return {
    asOf: cutoffAt,
    scheme: { year, version: result.schemeVersion, body: result.scheme },
    units: new Map(
      result.units.flatMap(({ key, name, group: of }) => {
        const group = groupOf(of);
        return group === undefined ? [] : [[unitIdOf(key), { name, group }] as const];
      }),
    ),
    results: result.results.map((each) => ({ ...each, unitId: unitIdOf(each.unit) })),
    rules: result.scheme,
    settled,
    known,
  };
}

/**
 * The score of a view. The last day of a year that is settled stands for the year and shows what was signed, unless
 * one asks how it was known then; so do the days after the signing while the new year has no scheme to rank by.
 * Every other day is scored from its records. Null for a day of a year without a scheme.
 */
export async function findScore(db: Database, domainId: DomainId, view: DayView): Promise<Shown | null> {
  const { year } = partsOf(view.day);
  const known = view.known ?? 'then';
  if (view.day === lastDayOf(year) && view.known !== 'then') {
    const settled = await settledYear(db, domainId, year);
    if (settled?.year === year) return fromSettled(settled, 'now');
  }
  const scored = await scoreAsOf(db, domainId, view, collectKept);
  if (scored !== null) {
    const rules = { ...scored.scheme.body, mode: 'rolling', asOf: view.day } as const;
    return { ...scored, rules, settled: null, known };
  }
  const before = await settledYear(db, domainId, year - 1);
  return before !== null && view.day >= dayOf(before.signedAt) ? fromSettled(before, known) : null;
}

/** The score of a view. Throws `notFound` for a day of a year without a scheme. */
export async function scoreOf(db: Database, domainId: DomainId, view: DayView): Promise<Shown> {
  const scored = await findScore(db, domainId, view);
  if (scored !== null) return scored;
  throw new Refusal('notFound', 'noScheme', `${partsOf(view.day).year}年还没有发布考核方案`);
}

/** What an answer says of the settling; null where the score is not settled. */
export const settlementOf = ({ settled }: Pick<Shown, 'settled'>) =>
  settled && {
    annualId: settled.annualId,
    year: settled.year,
    name: settled.name,
    at: settled.signedAt.toISOString(),
  };

/** The day to which a score belongs: the one looked at, or the last of the year that is settled. */
export const daySettledOr = ({ settled }: Pick<Shown, 'settled'>, shown: Day): Day =>
  settled === null ? shown : lastDayOf(settled.year);

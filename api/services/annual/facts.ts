/** How far an assessment is: who has not submitted, not marked, not answered; what holds up the step. */
import type { Database } from '../../../db/open.ts';
import type { DomainId, UnitId } from '../../../db/vocabulary.ts';
import { countingMarks } from '../../domain/annual/decide.ts';
import type { Facts, LineName } from '../../domain/annual/lacks.ts';
import { lineKey } from '../../domain/annual/values.ts';
import { type Day, dayOf } from '../../domain/time/day.ts';
import type { Calendar } from '../../domain/time/working-days.ts';
import {
  claimStateOf,
  latestOf,
  readClaims,
  readMarks,
  readObjections,
  readSubmissions,
} from './annual-records.ts';
import type { Annual } from './annual-state.ts';
import { readCommittee } from './committee.ts';
import { linesOf, readSheet } from './lines.ts';
import { linesToMark } from './mark.ts';

/** How one unit's self-assessment stands. */
export interface UnitProgress {
  unitId: UnitId;
  name: string;
  submittedAt: Date | null;
  waiting: number;
  confirmed: number;
  returned: number;
}

export interface Progress {
  facts: Facts;
  units: readonly UnitProgress[];
  objections: { total: number; unanswered: number };
}

/** Working days of a notice that are left after today; 0 on its last day. */
export const daysAfter = (calendar: Calendar, today: Day, until: Day): number =>
  Math.max(0, calendar.workingDaysBetween(today, until));

/** How far an assessment is, unit by unit, as of an instant. */
export async function readProgress(
  db: Database,
  domainId: DomainId,
  annual: Annual,
  { at, calendar }: { at: Date; calendar: Calendar },
): Promise<Progress> {
  const of = { domainId, annualId: annual.id };
  const sheet = await readSheet(db, domainId, annual);
  const submissions = await readSubmissions(db, of);
  const latest = latestOf(await readClaims(db, of));
  const claims = sheet.units.flatMap(({ id }) =>
    linesOf(sheet, id).flatMap(({ indicator }) => latest.get(lineKey(id, indicator.code)) ?? []),
  );
  const marks = await readMarks(db, of);
  const objections = await readObjections(db, of);
  const committee = await readCommittee(db, domainId);
  const today = dayOf(at);

  const unitNames = new Map(sheet.units.map(({ id, name }) => [id, name]));
  const indicatorNames = new Map(sheet.scheme.indicators.map(({ code, name }) => [code, name]));
  const named = (unitId: UnitId, indicator: string): LineName => ({
    unit: unitNames.get(unitId) ?? '',
    indicator: indicatorNames.get(indicator) ?? indicator,
  });
  const inState = (state: ReturnType<typeof claimStateOf>) =>
    claims.filter((claim) => claimStateOf(claim) === state);
  const counted = new Set(
    countingMarks(annual.now, marks).map(({ unitId, indicator }) => lineKey(unitId, indicator)),
  );
  const judged = sheet.units.flatMap(({ id, group }) =>
    sheet.scheme.indicators
      .filter((each) => each.group === group && sheet.sources.get(each.code) === 'judged')
      .map(({ code }) => ({ unitId: id, indicator: code })),
  );
  const unanswered = objections.filter(({ verdict }) => verdict === null);

  const units = sheet.units.map(({ id, name }) => {
    const count = (state: ReturnType<typeof claimStateOf>) =>
      inState(state).filter(({ unitId }) => unitId === id).length;
    return {
      unitId: id,
      name,
      submittedAt: submissions.get(id) ?? null,
      waiting: count('waiting'),
      confirmed: count('confirmed'),
      returned: count('returned'),
    };
  });
  const markers = committee.map((member) => {
    const wanted = new Set(linesToMark(sheet, member));
    const own = marks.filter(
      ({ personId, unitId, indicator }) => personId === member.id && wanted.has(lineKey(unitId, indicator)),
    );
    const handedIn = annual.now.handedIn.has(member.id);
    return { id: member.id, name: member.name, marked: own.length, wanted: wanted.size, handedIn };
  });
  const { noticeUntil } = annual.now;
  return {
    facts: {
      kind: annual.kind,
      today,
      noticeDaysLeft: noticeUntil === null ? 0 : daysAfter(calendar, today, noticeUntil),
      notSubmitted: units.filter(({ submittedAt }) => submittedAt === null).map(({ name }) => name),
      undecided: inState('waiting').map(({ unitId, indicator }) => named(unitId, indicator)),
      returned: inState('returned').map(({ unitId, indicator }) => named(unitId, indicator)),
      markers,
      unmarked: judged
        .filter(({ unitId, indicator }) => !counted.has(lineKey(unitId, indicator)))
        .map(({ unitId, indicator }) => named(unitId, indicator)),
      unanswered: unanswered.map(({ unitId, indicator }) => named(unitId, indicator)),
    },
    units,
    objections: { total: objections.length, unanswered: unanswered.length },
  };
}

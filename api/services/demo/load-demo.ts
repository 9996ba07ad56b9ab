/**
 * The demo year (演示数据): a made-up sub-district from January to 25 June 2026, the same every time. It goes through
 * the product's own verbs where that is quick enough, and in bulk, folded by the product's own rules, where not.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import { DEPARTMENTS, STREET, VILLAGES } from '../../../db/demo/units.ts';
import type { Database } from '../../../db/open.ts';
import type { DomainId, UnitId } from '../../../db/vocabulary.ts';
import type { Clock, Context } from '../../context.ts';
import { addDays, day, dayOf, endOf } from '../../domain/time/day.ts';
import { found } from '../../errors.ts';
import { buildAssignments } from '../assignments/build-assignments.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { keepFile } from '../files/keep-file.ts';
import { loadPlan } from '../plan/load-plan.ts';
import { takeSnapshot } from '../ranking/take-snapshot.ts';
import { foundSubdistrict } from '../units/found-subdistrict.ts';
import type { Builtin } from '../units/open-office.ts';
import { issueDemoBulletins } from './demo-bulletins.ts';
import { DEMO_OPENS } from './demo-clock.ts';
import { addDemoInspections } from './demo-inspections.ts';
import { addDemoOrders } from './demo-orders.ts';
import { addDemoPeople, addDemoRooms, addDemoUnits } from './demo-people.ts';
import { publishDemoScheme } from './demo-scheme.ts';
import { liveThroughYear } from './demo-year.ts';

const YEAR_BEGINS = day('2026-01-05');
/** Days on which the coming periods were built: the first working days of the months. */
const BUILT_ON = ['2026-01-05', '2026-02-02', '2026-03-02', '2026-04-01', '2026-05-06', '2026-06-01'];
const SNAPSHOT_WEEKS = 12;

const EVIDENCE = new URL('../../../db/demo/evidence/', import.meta.url);
const morning =
  (text: string): Clock =>
  () =>
    new Date(`${text}T09:00:00+08:00`);

/** Loads the demo year into a database that has none. `contextOf` makes a context of the product for a sub-district. */
export async function loadDemo(
  db: Database,
  contextOf: (domainId: DomainId, clock: Clock) => Context,
  { plan, synonyms }: Builtin,
  realNow: Date,
): Promise<DomainId> {
  const domainId = await foundSubdistrict(db, STREET);
  const inJanuary = contextOf(domainId, morning(YEAR_BEGINS));
  const unitIds = await addDemoUnits(inJanuary);
  const people = await addDemoPeople(inJanuary, unitIds);
  const roomIds = await addDemoRooms(inJanuary, unitIds);
  await loadPlan(inJanuary, plan, { synonyms });
  const idOf = (name: string): UnitId => found(unitIds.get(name), '单位');
  await publishDemoScheme(inJanuary, [
    ...VILLAGES.map((name) => ({ name, id: idOf(name), group: 'village' as const })),
    ...DEPARTMENTS.map(({ name }) => ({ name, id: idOf(name), group: 'department' as const })),
  ]);
  for (const built of BUILT_ON) await buildAssignments(contextOf(domainId, morning(built)));

  const now = contextOf(domainId, () => DEMO_OPENS);
  const kept = [];
  for (const name of readdirSync(EVIDENCE).sort()) {
    kept.push(await keepFile(now, readFileSync(new URL(name, EVIDENCE))));
  }
  await liveThroughYear(now, { unitIds, people, roomIds }, kept, DEMO_OPENS);
  await addDemoInspections((clock) => contextOf(domainId, clock), { people, unitIds }, YEAR_BEGINS);
  await addDemoOrders((clock) => contextOf(domainId, clock), people, DEMO_OPENS);
  // So much came in at once that the planner's figures are of an empty database.
  await db.execute(sql`analyze`);
  for (let week = SNAPSHOT_WEEKS; week >= 1; week--) {
    const shown = addDays(dayOf(DEMO_OPENS), -7 * week);
    await takeSnapshot(
      contextOf(domainId, () => endOf(shown)),
      shown,
    );
  }
  const leader = found(
    people.find(({ role }) => role === 'leader'),
    '领导',
  );
  await issueDemoBulletins(contextOf, domainId, { unitIds, leader });
  await now.transaction((tx) => recordAudit(tx, 'demo.load', 'demo', { openedAt: realNow.getTime() }));
  return domainId;
}

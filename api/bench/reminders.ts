import type { DomainId } from '../../db/vocabulary.ts';
import { runReminders } from '../services/reminders/run-reminders.ts';
import { against, type Row, timed, turnByTurn } from './finding.ts';
import { type Bare, onScratch } from './scratch.ts';

const AT = new Date('2026-06-29T08:30:00+08:00');
const UNITS = 500;
const DUE_EACH = 10;
const LATER_EACH = 1990;
const ROUNDS = 5;
const inWords = (n: number): string => n.toLocaleString('en').replaceAll(',', ' ');
const links = { toTasks: () => '/tasks', toOrders: () => '/orders', toTask: () => '/m/1' };

/** A sub-district of 500 units, each in a room of its own: ten assignments of each due tomorrow, the rest in December. */
async function fill(bare: Bare, d: number, later: number): Promise<DomainId> {
  const domain = d * 100_000;
  await bare.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`set local synchronous_commit = off`;
    await sql`insert into units (domain_id, id, parent_id, kind, name, short_name, ranking_group, position)
      select ${domain}::bigint, ${domain}::int + k, case when k > 0 then ${domain}::int end,
        case when k = 0 then 'subdistrict' else 'village' end, '示例' || k, '示例' || k,
        case when k > 0 then 'village' end, k from generate_series(0, ${UNITS}::int) k`;
    await sql`insert into rooms (domain_id, id, gateway, external_id, topic, bound_at)
      select ${domain}, ${domain}::int + k, 'simulator', k::text, '示例群' || k, now()
      from generate_series(1, ${UNITS}::int) k`;
    await sql`insert into room_units (domain_id, room_id, unit_id)
      select ${domain}, ${domain}::int + k, ${domain}::int + k from generate_series(1, ${UNITS}::int) k`;
    await sql`insert into plans (domain_id, id, title, year, state, created_at, confirmed_at)
      values (${domain}, ${domain}, '示例方案', 2026, 'confirmed', '2026-01-02', '2026-01-02')`;
    await sql`insert into items (domain_id, id, plan_id, code, section, chapter, title, led_by, supported_by, position)
      values (${domain}, ${domain}, ${domain}, '1.1', '四(一)1', '四(一)', '示例事项', '{}', '{}', 0)`;
    await sql`insert into tasks (domain_id, id, plan_id, item_id, code, title, measure, due_on, given_to, position)
      select ${domain}, ${domain}::bigint * 100 + t, ${domain}, ${domain}, '1.' || t, '示例任务' || t, 'milestone',
        '2026-12-31', '{}', t from generate_series(1, ${DUE_EACH + later}::int) t`;
    await sql`insert into assignments (domain_id, task_id, unit_id, period, opens_on, first_due_on, due_on, created_at)
      select ${domain}, ${domain}::bigint * 100 + t, ${domain}::int + k, '2026', '2026-01-01', due, due, '2026-01-02'
      from generate_series(1, ${DUE_EACH + later}::int) t, generate_series(1, ${UNITS}::int) k,
        lateral (select case when t <= ${DUE_EACH}::int then date '2026-06-30' else date '2026-12-31' end as due) day`;
  });
  return domain as DomainId;
}

/** A run of the reminders that says five thousand things, against the rows alone; then with twice as many not due. */
export const reminders: Row = (arena) =>
  onScratch(arena, async ({ bare, context }) => {
    const later = Math.round(LATER_EACH * arena.scale);
    const once = await fill(bare, 1, later);
    const twice = await fill(bare, 2, 2 * later);
    await bare`vacuum analyze`;
    const run = (domainId: DomainId) => async (): Promise<number> => {
      await bare`truncate reminders, outbox cascade`;
      const ctx = context(domainId, () => AT);
      let said = 0;
      const spent = await timed(async () => {
        said = (await runReminders(ctx, { at: AT, kind: 'full', links })).reminders;
      });
      if (said !== UNITS * DUE_EACH) throw new Error(`${said} reminders were said`);
      return spent;
    };
    const rows = () =>
      timed(
        () => bare`select * from assignments
          where domain_id = ${once} and due_on = '2026-06-30' and state <> 'done'`,
      );
    await run(once)();
    const { ours, floor } = await turnByTurn(ROUNDS, run(once), rows);
    const grown = await turnByTurn(ROUNDS, run(twice), run(once));
    const open = inWords(UNITS * (DUE_EACH + later));
    const what = `reminders run, ${open} open of which 5 000 are reminded of`;
    return [
      against(`${what}, against SELECT`, 'ms', ours, floor, { atMost: 5 }),
      against('the same with twice as many not due', 'ms', grown.ours, grown.floor, { atMost: 1.2 }),
    ];
  });

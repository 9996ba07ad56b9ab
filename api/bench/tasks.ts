import { Hono } from 'hono';
import { DEMO_OPENS } from '../services/demo/demo-clock.ts';
import { listTasks } from '../services/tasks/list-tasks.ts';
import { serveDemo } from './demo-server.ts';
import { against, type Row, timed, turnByTurn } from './finding.ts';
import { loadBoth, serveBare } from './http-load.ts';
import { type Bare, onScratch } from './scratch.ts';

const ROUNDS = 40;

/** The SQL of one page as a person would write it by hand: the rows, and how many there are of each light. */
function pageSql(sql: Bare, domainId: number) {
  const light = sql`case when a.state = 'done' then 'blue' when a.state = 'submitted' then 'green'
    when '2026-06-25'::date > greatest(a.due_on, a.last_due_on) then 'red'
    when a.due_on <= '2026-07-02'::date then 'yellow' else 'green' end`;
  const from = sql`from assignments a
    join tasks t on t.domain_id = a.domain_id and t.id = a.task_id
    join items i on i.domain_id = t.domain_id and i.id = t.item_id
    join units u on u.domain_id = a.domain_id and u.id = a.unit_id
    where a.domain_id = ${domainId} and a.state <> 'done' and a.withdrawn_at is null and u.retired_at is null`;
  return Promise.all([
    sql`select a.id, t.code, t.title, u.id as unit_id, u.short_name, i.chapter, i.section, t.measure, t.target,
      t.unit_of_measure, a.period, a.opens_on, a.due_on, a.first_due_on, a.last_due_on, a.state, a.percent, a.count,
      a.submitted_at, a.extension_until, a.version ${from} order by a.due_on, a.id limit 51`,
    sql`select ${light} as light, count(*)::int ${from} group by 1`,
  ]);
}

/** `GET /api/tasks`, a page of 50 of what is unfinished, against its SQL alone behind a bare route. */
export const tasks: Row = (arena) =>
  onScratch(arena, async (scratch) => {
    const demo = await serveDemo(arena, scratch);
    const bare = await serveBare(
      new Hono().get('/', async (c) => c.json(await pageSql(scratch.bare, demo.domainId))),
    );
    const { ours, floor } = await loadBoth(
      { url: `${demo.url}/api/tasks?state=unfinished`, headers: demo.signedIn },
      { url: `http://127.0.0.1:${bare.port}/` },
    );
    bare.close();
    const ctx = scratch.context(demo.domainId, () => DEMO_OPENS);
    const first = await turnByTurn(
      ROUNDS,
      () => timed(() => listTasks(ctx, { state: 'unfinished' })),
      () => timed(() => pageSql(scratch.bare, demo.domainId)),
    );
    await demo.close();
    return [
      against('the same page made anew after a change', 'ms', first.ours, first.floor, { atMost: 2 }),
      against('GET /api/tasks, page of 50, PostgreSQL', 'req/s', ours.rate, floor.rate, { atLeast: 0.5 }),
    ];
  });

import { sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import type { GatewayName, RunOutcome } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { isFresh, readGatewayStates } from '../chat/gateway-states.ts';

export interface Readiness {
  /** Can requests be served? */
  ready: boolean;
  database: 'up' | 'down';
  /** The gateways to the chat, whichever process speaks through them; one whose process is gone is not connected. */
  gateways: { name: GatewayName; connected: boolean }[];
  /** The last run of each job. */
  jobs: { job: string; startedAt: string; outcome: RunOutcome }[];
}

interface RunRow {
  job: string;
  started: number;
  outcome: RunOutcome;
}

/** Whether the product can serve (就绪): the database, the gateways, the last run of each job. Never throws. */
export async function readReadiness(ctx: Context): Promise<Readiness> {
  const latest = sql`
    select distinct on (job) job, extract(epoch from started_at)::float8 * 1000 as started, outcome
    from job_runs where domain_id = ${ctx.domainId} order by job, started_at desc`;
  try {
    const runs = await ctx.read((db) => rowsOf<RunRow>(db, latest));
    const jobs = runs.map(({ job, started, outcome }) => ({
      job,
      startedAt: new Date(started).toISOString(),
      outcome,
    }));
    const gateways = (await readGatewayStates(ctx)).map((state) => ({
      name: state.gateway,
      connected: state.life === 'online' && isFresh(state, ctx.clock()),
    }));
    return { ready: true, database: 'up', gateways, jobs };
  } catch (error) {
    ctx.log.warn({ err: error }, 'the database is not to be reached');
    return { ready: false, database: 'down', gateways: [], jobs: [] };
  }
}

import { sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import type { GatewayName, RunOutcome } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';

/** A gateway to the chat, as the bot sees it. */
export interface GatewayState {
  name: GatewayName;
  connected: boolean;
}

export interface Readiness {
  /** Can requests be served? */
  ready: boolean;
  database: 'up' | 'down';
  gateways: GatewayState[];
  /** The last run of each job. */
  jobs: { job: string; startedAt: string; outcome: RunOutcome }[];
}

interface RunRow {
  job: string;
  started: number;
  outcome: RunOutcome;
}

/** Whether the product can serve (就绪): the database, the gateways, the last run of each job. Never throws. */
export async function readReadiness(ctx: Context, gateways: readonly GatewayState[]): Promise<Readiness> {
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
    return { ready: true, database: 'up', gateways: [...gateways], jobs };
  } catch (error) {
    ctx.log.warn({ err: error }, 'the database is not to be reached');
    return { ready: false, database: 'down', gateways: [...gateways], jobs: [] };
  }
}

import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { DomainId } from '../../db/vocabulary.ts';
import { collectBasis } from '../services/ranking/collect-values.ts';
import { collectKept } from '../services/ranking/kept-basis.ts';
import { scoreAsOf } from '../services/ranking/score-as-of.ts';
import { scoreSubdistricts } from '../services/ranking/score-subdistricts.ts';
import { absolute, against, type Row, timed, turnByTurn } from './finding.ts';
import { type Bare, onScratch } from './scratch.ts';
import { domainsOf, INDICATORS, type Seed, seed, TASKS, UNITS } from './seed.ts';

const AS_OF = new Date('2026-06-30T16:00:00Z');

/** The rows that scoring needs, each assignment with its records, as one COPY writes them; nobody reads them. */
async function copied(bare: Bare): Promise<void> {
  const rows = await bare`copy (
    select a.domain_id, a.id, a.unit_id, a.first_due_on, a.last_due_on, t.measure, t.due_on, r.kind, r.at, r.until_on
    from assignments a join tasks t on t.domain_id = a.domain_id and t.id = a.task_id
    left join progress_records r on r.domain_id = a.domain_id and r.assignment_id = a.id
      and r.recorded_at <= ${bare.unsafe(`'${AS_OF.toISOString()}'`)}
    where a.created_at <= ${bare.unsafe(`'${AS_OF.toISOString()}'`)}) to stdout`.readable();
  await pipeline(rows, new Writable({ write: (_chunk, _encoding, done) => done() }));
}

const scored =
  (full: Seed, rounds: number): Row =>
  (arena) =>
    onScratch(arena, async ({ bare, context }) => {
      const given = { ...full, subdistricts: Math.max(1, Math.round(full.subdistricts * arena.scale)) };
      await seed(bare, given);
      const domains = domainsOf(given);
      const ctx = context(0 as DomainId);
      const scoreAll = async (): Promise<void> => {
        let units = 0;
        for await (const each of scoreSubdistricts(ctx, domains, { asOf: AS_OF })) {
          units += each.scored?.results.length ?? 0;
        }
        if (units !== given.subdistricts * UNITS) throw new Error(`${units} units were scored`);
      };
      const { ours, floor } = await turnByTurn(
        rounds,
        () => timed(scoreAll),
        () => timed(() => copied(bare)),
      );
      const what = `${given.subdistricts} × ${UNITS} units × ${INDICATORS} indicators, ${TASKS} tasks a unit`;
      return [
        against(`full scoring, ${what}, against COPY`, 'ms', ours, floor, { atMost: 4 }),
        absolute('the same, resident memory at most', 'MiB', process.resourceUsage().maxRSS / 1024, {
          atMost: 512,
        }),
      ];
    });

/** Scoring after a change of one unit's records, against scoring from all records. */
const afterOneRecord: Row = (arena) =>
  onScratch(arena, async ({ store, bare }) => {
    const given = { subdistricts: 1, from: 2026, until: 2026 };
    await seed(bare, given);
    const domainId = 1000 as DomainId;
    const [assignment] = await bare`select min(id)::int as id from assignments`;
    let asOf = AS_OF;
    const scoreBy = (collect: typeof collectBasis) => () =>
      timed(() => scoreAsOf(store.db, domainId, { asOf }, collect));
    await scoreBy(collectKept)();
    const { ours, floor } = await turnByTurn(
      15,
      async () => {
        asOf = new Date(asOf.getTime() + 60_000);
        await bare`insert into audit (domain_id, at, actor, action, subject)
          values (${domainId}, ${asOf}, 'bench', 'progress.report', ${`assignment:${assignment?.id}`})`;
        return scoreBy(collectKept)();
      },
      scoreBy(collectBasis),
    );
    return [
      against('scoring after a record about 1 unit of 22, against all', 'ms', ours, floor, { atMost: 1 }),
    ];
  });

/** Full scoring of one sub-district, and of a province of them. */
export const subdistrict: Row = async (arena) => [
  ...(await scored({ subdistricts: 1, from: 2026, until: 2026 }, 15)(arena)),
  ...(await afterOneRecord(arena)),
];
export const province = scored({ subdistricts: 1500, from: 2026, until: 2026 }, 1);

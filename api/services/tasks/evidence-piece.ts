/** A piece of evidence as pages show it; every reader of evidence selects the same columns. */
import { sql } from 'drizzle-orm';
import type { Database } from '../../../db/open.ts';
import { refersTo } from '../../../db/refers-to.ts';
import { evidence, files } from '../../../db/schema/assignments.ts';
import { periodLabel } from '../../domain/time/periods.ts';

/** The first other assignment of the same unit that has the same file, if there is one. */
const alsoOn = sql<{ code: string; period: string } | null>`(
  select json_build_object('code', t.code, 'period', a.period)
  from evidence e
  join assignments a on a.domain_id = e.domain_id and a.id = e.assignment_id
  join tasks t on t.domain_id = a.domain_id and t.id = a.task_id
  join assignments own on own.domain_id = e.domain_id and own.id = ${evidence.assignmentId}
  where e.domain_id = ${evidence.domainId} and e.file_hash = ${evidence.fileHash}
    and a.id <> own.id and a.unit_id = own.unit_id
  order by e.id limit 1)`;

/** The query over evidence with its file; the caller adds the conditions, and makes each row a piece. */
export const selectEvidence = (db: Database) =>
  db
    .select({
      id: evidence.id,
      recordId: evidence.recordId,
      assignmentId: evidence.assignmentId,
      name: evidence.name,
      type: files.type,
      bytes: files.bytes,
      alsoOn,
    })
    .from(evidence)
    .innerJoin(files, refersTo(evidence, 'fileHash', files, 'hash'));

/** A task and its period in words: 2.1-3（2026年5月）; the code alone for what is done once. */
export const taskAndPeriod = ({ code, period }: { code: string; period: string }): string =>
  /^\d{4}$/.test(period) ? code : `${code}（${periodLabel(period)}）`;

/** The piece as it is shown: with the other task that the same file was given for, a thing to ask about (一图多用). */
export const piece = ({
  id,
  name,
  type,
  bytes,
  alsoOn: other,
}: Awaited<ReturnType<typeof selectEvidence>>[number]) => ({
  ...{ id, name, type, bytes },
  alsoOn: other === null ? null : taskAndPeriod(other),
});

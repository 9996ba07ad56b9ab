import { and, eq } from 'drizzle-orm';
import { showAssignment } from '../../api/services/tasks/show-assignment.ts';
import { assignmentOf } from '../../api/testing/small-plan.ts';
import type { World } from '../../api/testing/world.ts';
import { assignments } from '../../db/schema/assignments.ts';

/** What stands of an assignment: state, percent, and what its records are. */
export async function standing(w: World, code: string, period: string) {
  const id = await assignmentOf(w, { code, period });
  const [row] = await w.store.db
    .select({ state: assignments.state, percent: assignments.percent })
    .from(assignments)
    .where(and(eq(assignments.domainId, w.domainId), eq(assignments.id, id)));
  const { records } = await showAssignment(w.as('office'), id);
  return { ...row, records: records.map(({ kind }) => kind) };
}

import type { Database } from '../../../db/open.ts';
import type { DomainId, UnitId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import type { PlanFile } from '../../domain/plan/plan-file.ts';
import { BUILTIN_SCHEME } from '../../domain/score/builtin.ts';
import { buildAssignments } from '../assignments/build-assignments.ts';
import { publishBuiltinCheckLists } from '../inspections/edit-check-list.ts';
import { addPerson } from '../people/add-person.ts';
import { loadPlan, type Synonyms } from '../plan/load-plan.ts';
import { publishScheme } from '../ranking/publish-scheme.ts';
import { addUnit } from './add-unit.ts';
import { foundSubdistrict } from './found-subdistrict.ts';

export interface Builtin {
  plan: PlanFile;
  synonyms: Synonyms;
}

/**
 * Opens a sub-district for real use (正式启用): its departments, the built-in plan, scheme and check lists, and the first admin,
 * whose password is made at random and given back once. Villages are added by the admin.
 */
export async function openOffice(
  db: Database,
  contextOf: (domainId: DomainId) => Context,
  { plan, synonyms }: Builtin,
): Promise<{ domainId: DomainId; username: string; password: string }> {
  const domainId = await foundSubdistrict(db, '街道');
  const ctx = contextOf(domainId);
  for (const [position, name] of plan.departments.entries()) {
    await addUnit(ctx, { kind: 'department', name, aliases: [`街道${name}`], position: 1000 + position });
  }
  await loadPlan(ctx, plan, { synonyms });
  await publishScheme(ctx, BUILTIN_SCHEME);
  await publishBuiltinCheckLists(ctx);
  await buildAssignments(ctx);
  const username = 'admin';
  const root = domainId as number as UnitId;
  const { password } = await addPerson(ctx, {
    unit: root,
    name: '系统管理员',
    role: 'admin',
    duty: 'staff',
    username,
  });
  return { domainId, username, password: password ?? '' };
}

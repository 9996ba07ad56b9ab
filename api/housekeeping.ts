/** What is done to a house from the command line; each gives the sentence to print. */
import { readFileSync } from 'node:fs';
import type { Duty, Role } from '../db/vocabulary.ts';
import { type PlanFile, readPlanJson } from './domain/plan/plan-file.ts';
import { Refusal } from './errors.ts';
import { builtin, type OpenHouse } from './house.ts';
import { buildAssignments } from './services/assignments/build-assignments.ts';
import { addPerson } from './services/people/add-person.ts';
import { loadPlan } from './services/plan/load-plan.ts';
import { addUnit } from './services/units/add-unit.ts';
import { findUnit } from './services/units/find-unit.ts';

/** A confirmed responsibility list from a file. Throws `invalid` where it is none, with the place of every fault. */
export function planFrom(path: string): PlanFile {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? '不是有效的 JSON' : '文件无法读取';
    throw new Refusal('invalid', 'planFile', `${path}：${why}`);
  }
  const read = readPlanJson(json);
  if (!read.ok) throw new Refusal('invalid', 'planFile', `${path}：责任清单有误`, read.faults);
  return read.plan;
}

/** Loads a responsibility list and builds its assignments. */
export async function takePlan(house: OpenHouse, plan: PlanFile): Promise<string> {
  const ctx = house.context('command');
  await loadPlan(ctx, plan, { synonyms: builtin().synonyms });
  const { built } = await buildAssignments(ctx);
  return `已载入《${plan.title}》：${plan.items.length}个责任事项，新生成交办${built}项`;
}

/** Adds a village or department, with its part in the plans. */
export async function takeUnit(
  house: OpenHouse,
  kind: 'village' | 'department',
  name: string,
): Promise<string> {
  const ctx = house.context('command');
  await addUnit(ctx, { kind, name });
  const { built } = await buildAssignments(ctx);
  return `已添加${name}，新生成交办${built}项`;
}

export interface NewUser {
  username: string;
  name: string;
  role: Role;
  duty: Duty;
  unit: string;
}

/** Adds a person who can sign in; the first password is in the sentence, and nowhere else. */
export async function takeUser(house: OpenHouse, { unit, ...person }: NewUser): Promise<string> {
  const ctx = house.context('command');
  const { password } = await addPerson(ctx, { ...person, unit: await findUnit(ctx, unit) });
  return `已添加 ${person.username}，初始密码：${password}（登录后须修改）`;
}

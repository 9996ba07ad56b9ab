/**
 * Who may do what (权限): one table, asked inside every verb and named by every route.
 * Source: product.md, "Who uses it". `own` reaches the person's unit and all below it; `all`, everything.
 */
import type { Role, UnitId } from '../../db/vocabulary.ts';

export type Scope = 'own' | 'all';
type Row = Partial<Record<Role, Scope>>;

const everyone: Row = { liaison: 'all', office: 'all', committee: 'all', leader: 'all', admin: 'all' };
const staff: Row = { office: 'all', committee: 'all', leader: 'all', admin: 'all' };
const reporters: Row = { liaison: 'own', office: 'all' };
const readers: Row = { liaison: 'own', office: 'all', committee: 'all', leader: 'all' };
const office: Row = { office: 'all' };
const inspectors: Row = { office: 'all', committee: 'all' };
const admin: Row = { admin: 'all' };

export const PERMISSIONS = {
  /** one's own page, live updates, signing out, one's own password and links */
  'self.see': everyone,
  'self.change': everyone,
  /** 单位名录、排名 are open to all who sign in */
  'unit.list': everyone,
  'ranking.see': everyone,
  'scheme.see': everyone,
  'overview.see': staff,
  'assignment.see': readers,
  'score.explain': { ...readers, admin: 'all' },
  'evidence.see': readers,
  'progress.report': reporters,
  'evidence.add': reporters,
  'extension.ask': reporters,
  'progress.undo': reporters,
  'extension.decide': office,
  'progress.verify': office,
  'progress.return': office,
  /** 督办单: a unit sees those served on it, and answers them; the committee serves and closes them */
  'order.see': readers,
  'order.answer': { liaison: 'own' },
  'order.serve': { committee: 'all' },
  /** 调度检查: a unit sees those carried out at it and reports what it put right; the inspectors do the rest */
  'inspection.see': readers,
  'inspection.rectify': { liaison: 'own' },
  'inspection.prepare': inspectors,
  'inspection.plan': inspectors,
  'inspection.record': inspectors,
  'plan.see': staff,
  'plan.edit': office,
  /** 交办: gives a task of the plan to one more unit */
  'task.assign': office,
  /** 通报: everyone may read what is issued; drafts are seen by those who have to do with them */
  'bulletin.see': everyone,
  'bulletin.draft': { office: 'all', leader: 'all', committee: 'all' },
  'bulletin.edit': office,
  'bulletin.sign': { leader: 'all' },
  'bulletin.issue': office,
  'bulletin.withdraw': office,
  'practice.see': readers,
  'practice.offer': reporters,
  'value.record': { committee: 'all' },
  'scheme.edit': { committee: 'all' },
  /** 年度考核: its steps and, from 公示 on, its list are open to all who sign in */
  'annual.see': everyone,
  /** 自评 and 异议, each unit for itself */
  'annual.claim': { liaison: 'own' },
  'annual.object': { liaison: 'own' },
  /** the committee's desk, before anything is public; a leader looks on */
  'annual.review': { committee: 'all', leader: 'all' },
  'annual.open': { committee: 'all' },
  'annual.verify': { committee: 'all' },
  'annual.mark': { committee: 'all' },
  'annual.override': { committee: 'all' },
  'annual.advance': { committee: 'all' },
  'annual.answer': { committee: 'all' },
  'annual.sign': { leader: 'all' },
  'annual.reopen.ask': { committee: 'all', leader: 'all' },
  'annual.reopen.decide': { leader: 'all' },
  /** a unit its own, the committee and the leader every unit's */
  'annual.evidence': { liaison: 'own', committee: 'all', leader: 'all' },
  'person.bind': everyone,
  'room.bind': { office: 'all', admin: 'all' },
  /** the chat window of the demo, where anyone may type as anyone */
  'chat.try': everyone,
  /** 粘贴记录: enters what a group said; the office from when it was said, a unit its own from now */
  'chat.paste': reporters,
  'channel.see': { office: 'all', admin: 'all' },
  'channel.manage': admin,
  'room.see': { office: 'all', admin: 'all' },
  /** 基层负担: how much of people's time all this takes */
  'burden.see': { office: 'all', admin: 'all' },
  'person.list': { office: 'all', admin: 'all' },
  'person.manage': admin,
  'unit.manage': admin,
  /** 工作日历: the office plans by it, the admin has its last word */
  'calendar.see': { office: 'all', admin: 'all' },
  'calendar.edit': admin,
  'job.see': admin,
  'job.run': admin,
  'audit.see': admin,
} as const satisfies Record<string, Row>;

export type Action = keyof typeof PERMISSIONS;

/** What the table needs to know of a person: the role, and the units of the own subtree. */
export interface Holder {
  role: Role;
  unitIds: ReadonlySet<UnitId>;
}

/** How far a role reaches with an action; null where it has no right to it. */
export function scopeOf(role: Role, action: Action): Scope | null {
  const row: Row = PERMISSIONS[action];
  return row[role] ?? null;
}

/**
 * May this person do this? `unitId` is the unit concerned; null where the action concerns none, or asks for
 * everything that the person may see (the verb then narrows by `scopeOf`).
 */
export function may(holder: Holder, action: Action, unitId: UnitId | null): boolean {
  const scope = scopeOf(holder.role, action);
  if (scope === null) return false;
  return scope === 'all' || unitId === null || holder.unitIds.has(unitId);
}

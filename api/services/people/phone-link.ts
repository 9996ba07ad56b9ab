/**
 * Phone links (手机页链接): a token for one person and one assignment, 7 days, revocable; never a session
 * (trust.md). The token says whom and what, and is signed with a key kept for this purpose alone.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { people } from '../../../db/schema/units.ts';
import type { AssignmentId, DomainId, PersonId } from '../../../db/vocabulary.ts';
import { type Context, permit, personOf } from '../../context.ts';
import { Refusal } from '../../errors.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { findActor, type Known } from './find-actor.ts';

export interface PhoneGrant {
  domainId: DomainId;
  personId: PersonId;
  assignmentId: AssignmentId;
}

const LIFE_SECONDS = 7 * 86_400;
const SHAPE = /^([0-9a-z]{1,11})-([0-9a-z]{1,11})-([0-9a-z]{1,11})-([0-9a-z]{1,8})-([\w-]{43})$/;

const signature = (secret: string, payload: string): Buffer =>
  createHmac('sha256', createHmac('sha256', secret).update('phone link').digest()).update(payload).digest();

const badLink = (code: string, message: string): Refusal => new Refusal('unauthenticated', code, message);

/** Makes the token for a person and an assignment, good for 7 days from `now`. */
export function makePhoneLink(secret: string, grant: PhoneGrant, now: Date): string {
  const seconds = Math.floor(now.getTime() / 1000);
  const parts = [grant.domainId, grant.personId, grant.assignmentId, seconds];
  const payload = parts.map((part) => part.toString(36)).join('-');
  return `${payload}-${signature(secret, payload).toString('base64url')}`;
}

/** What a token grants and when it was made. Throws `unauthenticated` where it is forged or out of date. */
export function readPhoneLink(secret: string, token: string, now: Date): PhoneGrant & { madeAt: Date } {
  const parts = SHAPE.exec(token);
  const payload = token.slice(0, -44);
  const given = Buffer.from(token.slice(-43), 'base64url');
  const right = signature(secret, payload);
  if (parts === null || given.length !== right.length || !timingSafeEqual(given, right)) {
    throw badLink('linkInvalid', '链接无效，请使用群里收到的完整链接');
  }
  const [domain, person, assignment, seconds] = parts.slice(1, 5).map((part) => Number.parseInt(part, 36));
  const madeAt = new Date((seconds ?? 0) * 1000);
  if (now.getTime() >= madeAt.getTime() + LIFE_SECONDS * 1000) {
    throw badLink('linkExpired', '链接已过期，请在群里发“我的任务”获取新的');
  }
  return {
    domainId: domain as DomainId,
    personId: person as PersonId,
    assignmentId: assignment as AssignmentId,
    madeAt,
  };
}

/**
 * Opens a link: the person and the one assignment it is for. Throws `unauthenticated` where it is forged, out of
 * date, revoked, or the person has left.
 */
export async function openPhoneLink(
  ctx: Context,
  secret: string,
  token: string,
): Promise<{ known: Known; assignmentId: AssignmentId }> {
  const link = readPhoneLink(secret, token, ctx.clock());
  const known = link.domainId === ctx.domainId ? await findActor(ctx, link.personId) : null;
  if (known === null || link.madeAt < known.linksValidFrom) {
    throw badLink('linkRevoked', '链接已失效，请在群里发“我的任务”获取新的');
  }
  return { known, assignmentId: link.assignmentId };
}

/** Revokes every phone link of a person made until now: the person's own, or anyone's by the admin. */
export async function revokePhoneLinks(ctx: Context, id: PersonId): Promise<void> {
  if (personOf(ctx) !== id) permit(ctx, 'person.manage');
  await ctx.transaction(async (tx) => {
    // Tokens know whole seconds: the next second is the first that none of those made has.
    const from = new Date((Math.floor(tx.clock().getTime() / 1000) + 1) * 1000);
    await tx.db
      .update(people)
      .set({ linksValidFrom: from })
      .where(and(eq(people.domainId, tx.domainId), eq(people.id, id)));
    await recordAudit(tx, 'person.revokeLinks', `person/${id}`);
  });
}

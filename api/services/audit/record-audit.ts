import { audit } from '../../../db/schema/system.ts';
import { personOf, type Tx } from '../../context.ts';

/**
 * Writes one audit entry (审计) for a change just made. A trigger chains and numbers it, and its number is the
 * new version of the sub-district's data. `detail` names numbers and words, never message text or personal data.
 */
export async function recordAudit(
  tx: Tx,
  action: string,
  subject: string,
  detail: Record<string, string | number | boolean | null> = {},
): Promise<void> {
  await tx.db.insert(audit).values({
    domainId: tx.domainId,
    at: tx.wall(),
    personId: personOf(tx),
    actor: tx.actor.kind === 'person' ? tx.actor.role : tx.actor.name,
    action,
    subject,
    detail,
  });
}

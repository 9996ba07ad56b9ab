import { and, eq } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { contacts } from '../../../db/schema/chat.ts';
import { people } from '../../../db/schema/units.ts';
import type { OrderId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';
import { queueMessage } from '../chat/queue-message.ts';

/** Tells the committee's people in private that drafts wait for them (待下发督办单), once for these drafts. */
export async function tellCommittee(tx: Tx, drafts: readonly OrderId[], link: string): Promise<void> {
  if (drafts.length === 0) return;
  const committee = await tx.db
    .select({ contactId: contacts.id })
    .from(contacts)
    .innerJoin(people, refersTo(contacts, 'personId', people))
    .where(and(eq(contacts.domainId, tx.domainId), eq(people.role, 'committee'), eq(people.active, true)));
  const text = `【督办单】已起草${drafts.length}份督办单，请核实后下发：${link}`;
  for (const { contactId } of committee) {
    const key = `orders-drafted:${drafts[0]}:${contactId}`;
    await queueMessage(tx, { key, cause: 'notice', to: { contactId }, text });
  }
}

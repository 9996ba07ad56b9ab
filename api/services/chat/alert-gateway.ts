import { and, eq, inArray, ne } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { contacts } from '../../../db/schema/chat.ts';
import { people } from '../../../db/schema/units.ts';
import type { GatewayLife, GatewayName } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { gatewayAlertText } from '../../domain/chat/gateway-words.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { queueMessage } from './queue-message.ts';

/**
 * Tells the admins and the office in private that a gateway is deaf or away, by the other gateways they are on, once
 * for each spell. Where there is none, the channel page says so alone.
 */
export async function alertGateway(
  ctx: Context,
  { gateway, life, since }: { gateway: GatewayName; life: GatewayLife; since: Date },
): Promise<void> {
  await ctx.transaction(async (tx) => {
    const concerned = await tx.db
      .select({ id: contacts.id })
      .from(contacts)
      .innerJoin(people, refersTo(contacts, 'personId', people))
      .where(
        and(
          eq(contacts.domainId, tx.domainId),
          ne(contacts.gateway, gateway),
          eq(people.active, true),
          inArray(people.role, ['admin', 'office']),
        ),
      );
    let told = 0;
    for (const { id } of concerned) {
      const key = `gateway:${gateway}:${life}:${since.toISOString()}:${id}`;
      const text = gatewayAlertText(gateway, life, since);
      if (await queueMessage(tx, { key, cause: 'notice', to: { contactId: id }, text })) told += 1;
    }
    await recordAudit(tx, 'gateway.alert', `gateway:${gateway}`, { life, told });
  });
}

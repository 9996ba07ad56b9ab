import { and, eq } from 'drizzle-orm';
import { tasks } from '../../../db/schema/plans.ts';
import type { TaskId, UnitId } from '../../../db/vocabulary.ts';
import type { Tx } from '../../context.ts';
import { type Notice, noticeText } from '../../domain/chat/notices.ts';
import { found } from '../../errors.ts';
import { queueMessage } from './queue-message.ts';
import { contactsOf, roomsOf } from './unit-rooms.ts';

/**
 * Tells a unit's rooms at once what the office decided of its task (退回、延期答复), mentioning its liaisons.
 * A unit that has no room bound yet finds it on its pages. `key` makes a repeat recognisable.
 */
export async function notifyUnit(
  tx: Tx,
  of: { taskId: TaskId; unitId: UnitId; period: string },
  notice: Notice & { key: string },
): Promise<void> {
  const [task] = await tx.db
    .select({ code: tasks.code, title: tasks.title })
    .from(tasks)
    .where(and(eq(tasks.domainId, tx.domainId), eq(tasks.id, of.taskId)));
  const text = noticeText({ ...found(task, '任务'), period: of.period }, notice);
  const contacts = await contactsOf(tx, [of.unitId]);
  for (const { roomId, gateway } of await roomsOf(tx, [of.unitId])) {
    const liaisons = contacts.filter((each) => each.gateway === gateway && each.duty === 'liaison');
    await queueMessage(tx, {
      key: `${notice.key}:${roomId}`,
      cause: 'decision',
      to: { roomId },
      text,
      mentions: liaisons.map((each) => each.contactId),
    });
  }
}

import { and, eq } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { contacts } from '../../../db/schema/chat.ts';
import { people } from '../../../db/schema/units.ts';
import type { Tx } from '../../context.ts';
import { shortInstant } from '../../domain/time/format.ts';
import { queueMessage } from '../chat/queue-message.ts';

/** So much of an error tells what it is about; the whole of it stands in the log and on the page. */
const ERROR_LENGTH = 120;

/**
 * Tells the admins, each in private, that a job failed however often it was tried (告警). An admin whose chat is not
 * bound finds it on the page of jobs.
 */
export async function alertAdmins(
  tx: Tx,
  run: { job: string; what: string; scheduledAt: Date; attempts: number; error: string },
): Promise<void> {
  const admins = await tx.db
    .select({ contactId: contacts.id })
    .from(contacts)
    .innerJoin(people, refersTo(contacts, 'personId', people))
    .where(and(eq(contacts.domainId, tx.domainId), eq(people.role, 'admin'), eq(people.active, true)));
  const text = [
    `【系统告警】定时任务未能完成：${run.what}`,
    `应运行时间：${shortInstant(run.scheduledAt)}，已尝试${run.attempts}次`,
    `原因：${run.error.slice(0, ERROR_LENGTH)}`,
    '请到“管理—定时任务”查看，处理后可以手动运行。',
  ].join('\n');
  for (const { contactId } of admins) {
    const key = `job-failed:${run.job}:${run.scheduledAt.toISOString()}:${contactId}`;
    await queueMessage(tx, { key, cause: 'notice', to: { contactId }, text });
  }
}

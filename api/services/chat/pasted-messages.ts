/** What was pasted, as it is stored, and what of it is known already: from an earlier paste, or heard by the bot. */
import { createHash } from 'node:crypto';
import { and, eq, gte, inArray, lt, or } from 'drizzle-orm';
import { refersTo } from '../../../db/refers-to.ts';
import { assignments, progressRecords } from '../../../db/schema/assignments.ts';
import { contacts, inbox } from '../../../db/schema/chat.ts';
import { tasks } from '../../../db/schema/plans.ts';
import type { AssignmentId, MessageId } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { fitted, storable } from '../../domain/chat/message-text.ts';
import { maskPersonalData } from '../../domain/masking.ts';

/** Who said what when, as the copy has it. */
export interface Said {
  name: string;
  at: Date;
  text: string;
}

/** What was said as it may be stored: personal data masked in the name and in the words. */
export const maskedSaid = ({ name, at, text }: Said): Said => ({
  name: maskPersonalData(storable(name)).text,
  at,
  text: fitted(maskPersonalData(storable(text)).text),
});

/** The number of a pasted message, made of who said what when: pasted twice, it is the same message. */
export const pasteKey = (said: Said): string => {
  const { name, at, text } = maskedSaid(said);
  return createHash('sha256')
    .update(JSON.stringify([name, at.toISOString(), text]), 'utf8')
    .digest('hex');
};

/** Copies name the minute, gateways the second. */
const MINUTE_MS = 60_000;

const isSaid = (said: Said, heard: Said): boolean =>
  heard.name === said.name &&
  heard.text === said.text &&
  Math.floor(heard.at.getTime() / MINUTE_MS) === Math.floor(said.at.getTime() / MINUTE_MS);

/** A record that a known message has led to. */
export interface LedTo {
  messageId: MessageId;
  assignmentId: AssignmentId;
  code: string;
  kind: 'progress' | 'extend';
}

export interface Known {
  /** The message that says the same: pasted before, or heard by a gateway in the same minute. */
  messageOf(said: Said): MessageId | undefined;
  /** What it led to; what was taken back too, since a message speaks once of a task. */
  ledTo(said: Said): readonly LedTo[];
}

/** What is known already of pasted messages. Reads; asks no permission. */
export async function readKnown(ctx: Context, pasted: readonly Said[]): Promise<Known> {
  const messages = pasted.map(maskedSaid);
  const times = messages.map(({ at }) => at.getTime());
  const [first, last] = [Math.min(...times), Math.max(...times)];
  return ctx.read(async (db) => {
    const heard = await db
      .select({
        id: inbox.id,
        gateway: inbox.gateway,
        key: inbox.externalId,
        at: inbox.sentAt,
        text: inbox.text,
        name: contacts.name,
      })
      .from(inbox)
      .innerJoin(contacts, refersTo(inbox, 'contactId', contacts))
      .where(
        and(
          eq(inbox.domainId, ctx.domainId),
          or(
            and(eq(inbox.gateway, 'paste'), inArray(inbox.externalId, messages.map(pasteKey))),
            and(
              inArray(contacts.name, [...new Set(messages.map(({ name }) => name))]),
              inArray(inbox.text, [...new Set(messages.map(({ text }) => text))]),
              gte(inbox.sentAt, new Date(first - MINUTE_MS)),
              lt(inbox.sentAt, new Date(last + MINUTE_MS)),
            ),
          ),
        ),
      );
    const ids = heard.map(({ id }) => id);
    const records = await db
      .select({
        messageId: progressRecords.messageId,
        kind: progressRecords.kind,
        assignmentId: assignments.id,
        code: tasks.code,
      })
      .from(progressRecords)
      .innerJoin(assignments, refersTo(progressRecords, 'assignmentId', assignments))
      .innerJoin(tasks, refersTo(assignments, 'taskId', tasks))
      .where(and(eq(progressRecords.domainId, ctx.domainId), inArray(progressRecords.messageId, ids)));
    const messageOf = (said: Said): MessageId | undefined => {
      const key = pasteKey(said);
      const own = heard.find((each) => each.gateway === 'paste' && each.key === key);
      return (own ?? heard.find((each) => each.gateway !== 'paste' && isSaid(maskedSaid(said), each)))?.id;
    };
    const ledTo = (said: Said): LedTo[] => {
      const id = messageOf(said);
      return records.flatMap(({ messageId, kind, ...of }) =>
        messageId === null || messageId !== id
          ? []
          : [
              {
                ...of,
                messageId,
                kind: kind === 'extensionAsked' ? ('extend' as const) : ('progress' as const),
              },
            ],
      );
    };
    return { messageOf, ledTo };
  });
}

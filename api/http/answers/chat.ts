/** What is answered about the chat window of the demo. */
import { z } from 'zod';
import { INBOX_STATES, OUTBOX_STATES, ROLES } from '../../../db/vocabulary.ts';
import { instant, nullable, number, text } from './parts.ts';

export const chatRooms = z
  .object({
    rooms: z.array(
      z.object({
        id: number,
        topic: text,
        units: z.array(z.object({ id: number, name: text })),
        members: z.array(
          z.object({
            contactId: number,
            name: text,
            personName: nullable(text),
            role: nullable(z.enum(ROLES)),
            unit: nullable(text),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'ChatRooms', description: '工作群' });

export const chatMessages = z
  .object({
    messages: z.array(
      z.object({
        id: number,
        direction: z.enum(['in', 'out']),
        at: instant,
        speaker: text,
        contactId: nullable(number),
        text,
        state: z.enum([...INBOX_STATES, ...OUTBOX_STATES]),
        file: nullable(z.object({ hash: text, name: text, type: text })),
      }),
    ),
  })
  .meta({ id: 'ChatMessages', description: '聊天记录' });

export const accepted = z.object({ accepted: z.literal(true) }).meta({ id: 'Accepted' });

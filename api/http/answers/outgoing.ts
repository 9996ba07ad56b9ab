/** What an admin sees of a message that goes out. */
import { z } from 'zod';
import { OUTBOX_STATES } from '../../../db/vocabulary.ts';
import { instant, nullable, number, text } from './parts.ts';

export const outgoing = z.object({
  id: number,
  state: z.enum(OUTBOX_STATES),
  text,
  error: nullable(text),
  at: instant,
  to: text,
});

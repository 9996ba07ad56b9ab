/** The answers to the bot's questions, as they are kept while a question is open. */
import { z } from 'zod';
import type { AssignmentId, Day, MessageId, UnitId } from '../../db/vocabulary.ts';

const id = <T extends number>() => z.number().transform((value) => value as T);

const planned = z.object({
  unitId: id<UnitId>(),
  assignmentId: id<AssignmentId>(),
  /** The message it was said in, and when. */
  messageId: id<MessageId>(),
  at: z.iso.datetime(),
  percent: z.number().nullable(),
  count: z.number().nullable(),
  done: z.boolean(),
  until: z
    .string()
    .transform((value) => value as Day)
    .nullable(),
});

const option = z.object({
  label: z.string(),
  /** What is recorded when it is chosen; nothing where empty. */
  reports: z.array(planned),
  /** What the speaker called it, to be learned if this is chosen. */
  wording: z.string().nullable(),
  /** Messages that were held, and are let go with the answer. */
  releases: z.array(id<MessageId>()),
});

/** A report that is ready to be recorded. */
export type PlannedReport = z.output<typeof planned>;
export type Option = z.output<typeof option>;

/** Reads the options of a question. Throws where they are not what `askQuestion` was given. */
export const readOptions = (kept: unknown): Option[] => z.array(option).parse(kept);

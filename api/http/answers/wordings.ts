/** What is answered about the everyday words of tasks. */
import { z } from 'zod';
import { count, instant, text } from './parts.ts';

export const wordingList = z
  .object({
    tasks: z.array(
      z.object({
        id: count,
        code: text,
        title: text,
        synonyms: z.array(text).describe('机器人听得懂的说法；空格隔开的词都要说到'),
        offered: z
          .array(z.object({ wording: text, times: count, lastAt: instant }))
          .describe('从追问的回答里学到，等待决定'),
      }),
    ),
  })
  .meta({ id: 'WordingList', description: '任务的同义词和建议' });

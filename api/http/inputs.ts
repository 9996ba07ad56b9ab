/** Inputs that more than one door takes: the task page and the phone page. */
import { z } from 'zod';
import { calendarDay } from './valid.ts';

/** A report (报进度、报结): at least one thing said. */
export const report = z
  .object({
    percent: z.int().min(0).max(100).exactOptional(),
    count: z.int().min(0).max(1_000_000).exactOptional(),
    done: z.boolean().exactOptional(),
    until: calendarDay().exactOptional(),
    note: z.string().trim().max(2000).exactOptional(),
  })
  .refine((said) => Object.values(said).some((value) => value !== '' && value !== false), {
    message: '请填写进度、次数、完成或说明中的至少一项',
  });

/** A file of a multipart form. */
export const upload = z.object({ file: z.file('请选择一个文件') });

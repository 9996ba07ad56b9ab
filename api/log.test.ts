import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { createLog } from './log.ts';
import { openTestStore } from './testing/test-store.ts';

const { db } = await openTestStore();

/** A log into memory, and all that was written. */
function open(): { log: ReturnType<typeof createLog>; written: () => string } {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => lines.push(line) });
  return { log, written: () => lines.join('') };
}

test('the log strikes out what people say and what lets them in, also below', () => {
  const { log, written } = open();
  log.info(
    { password: 'geheim-1', person: { name: '张三', id: 7 }, message: { body: { text: '我的身份证' } } },
    'heard',
  );
  expect(written()).not.toMatch(/geheim|张三|身份证/);
  expect(written()).toContain('"id":7');
  expect(written()).toContain('heard');
});

test('a failed query is logged without what it was asked with', async () => {
  const { log, written } = open();
  const failed: unknown = await db
    .execute(sql`select ${'某人的话'}::text from nothing_of_that_name`)
    .catch((error: unknown) => error);
  log.error({ err: failed }, 'internal');
  const line = JSON.parse(written()) as {
    err: { message: string; cause: { code: string }; stack: string[] };
  };
  expect(written()).not.toContain('某人的话');
  expect(line.err.message).toContain('nothing_of_that_name');
  expect(line.err.cause.code).toBe('42P01');
  expect(line.err.stack.length).toBeGreaterThan(0);
});

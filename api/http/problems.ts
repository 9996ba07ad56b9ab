/**
 * Problems (RFC 9457): what a refusal looks like over HTTP. What nobody foresaw is 500 with an id to quote and
 * nothing internal; the log has the rest under the same id.
 */
import { randomUUID } from 'node:crypto';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import { z } from 'zod';
import { Refusal, type RefusalKind } from '../errors.ts';

const KINDS = {
  unauthenticated: [401, '未登录'],
  forbidden: [403, '没有权限'],
  notFound: [404, '没有找到'],
  invalid: [422, '内容有误'],
  conflict: [409, '内容已变化'],
  tooLarge: [413, '内容太大'],
  tooMany: [429, '操作太频繁'],
  unavailable: [503, '暂时不可用'],
} as const satisfies Record<RefusalKind, readonly [number, string]>;

const RETRY_SECONDS = 60;

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('可直接显示给用户的中文说明'),
    code: z.string().describe('供程序判断的短词'),
    faults: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    versions: z
      .object({ yours: z.unknown(), theirs: z.unknown() })
      .optional()
      .describe('两人同时修改时：您的一份和对方已保存的一份'),
    id: z.string().describe('报告问题时引用的编号'),
  })
  .meta({ id: 'Problem' });
type Status = (typeof KINDS)[RefusalKind][0] | 500;
type Problem = z.infer<typeof problemSchema> & { status: Status };

/** What the drivers say when the database is not to be reached, or going down (PostgreSQL, Appendix A). */
const GONE = /^(ECONN|ENOTFOUND|EPIPE|ETIMEDOUT|EAI_AGAIN|CONNECT|08|53|57P)/;

function isDatabaseGone(error: unknown): boolean {
  for (let each = error; each instanceof Error; each = each.cause) {
    if ('code' in each && typeof each.code === 'string' && GONE.test(each.code)) return true;
    if (each.message === 'PGlite is closed') return true;
    if (each instanceof AggregateError && each.errors.some(isDatabaseGone)) return true;
  }
  return false;
}

/** The refusal that an error amounts to; null where nobody foresaw it. */
function refusalFrom(error: unknown): Refusal | null {
  if (error instanceof Refusal) return error;
  if (error instanceof HTTPException && error.status < 500) {
    return new Refusal('invalid', 'malformed', '请求的内容无法识别，不是正确的 JSON 或表单');
  }
  if (isDatabaseGone(error))
    return new Refusal('unavailable', 'databaseGone', '数据库暂时不可用，请稍后再试');
  return null;
}

function problemFrom(refusal: Refusal | null, id: string): Problem {
  if (refusal === null) {
    const detail = `系统出错，请稍后再试；如仍不行，请把编号 ${id} 告诉管理员`;
    return { type: 'about:blank', title: '系统出错', status: 500, detail, code: 'internal', id };
  }
  const [status, title] = KINDS[refusal.kind];
  const { code, message: detail, faults, versions } = refusal;
  return {
    type: 'about:blank',
    title,
    status,
    detail,
    code,
    ...(faults.length > 0 && { faults: [...faults] }),
    ...(versions !== null && { versions }),
    id,
  };
}

/** Answers an error with its problem, and writes into the log what the answer does not say. */
export function answerProblem(log: Logger, error: unknown, c: Context): Response {
  const refusal = refusalFrom(error);
  const problem = problemFrom(refusal, randomUUID());
  const where = { id: problem.id, method: c.req.method, path: c.req.routePath, status: problem.status };
  if (problem.status >= 500) log.error({ ...where, err: error }, problem.code);
  else log.debug(where, problem.code);
  c.header('content-type', 'application/problem+json; charset=utf-8');
  if (problem.status === 429 || problem.status === 503) c.header('retry-after', String(RETRY_SECONDS));
  return c.body(JSON.stringify(problem), problem.status);
}

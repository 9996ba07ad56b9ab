/** Input checked by zod before a handler sees it; what is wrong comes back as faults, in Chinese. */
import type { Env, ValidationTargets } from 'hono';
import { validator } from 'hono-openapi';
import { z } from 'zod';
import { zhCN } from 'zod/locales';
import type { Id } from '../../db/vocabulary.ts';
import { parseDay } from '../domain/time/day.ts';
import { type Fault, Refusal } from '../errors.ts';

z.config(zhCN());

type Segment = PropertyKey | { readonly key: PropertyKey };

/** `['updates', 0, 'percent']` as `updates[0].percent`. */
function pathOf(path: readonly Segment[] = []): string {
  const keys = path.map((each) => (typeof each === 'object' ? each.key : each));
  return keys
    .map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at === 0 ? '' : '.'}${String(key)}`))
    .join('');
}

/** The one character that PostgreSQL keeps in no text. */
const NUL = '\0';

function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes(NUL);
  if (value instanceof File) return value.name.includes(NUL);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNul);
}

/** Checks a part of the request against a schema. Throws `invalid` with a fault for each thing wrong. */
export const valid = <Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
) =>
  validator<Schema, Target, Env, string>(target, schema, (result) => {
    if (result.success && !holdsNul(result.data)) return;
    const faults: Fault[] = result.success
      ? [{ path: '', message: '含有不能保存的字符' }]
      : result.error.map((issue) => ({ path: pathOf(issue.path), message: issue.message }));
    throw new Refusal('invalid', 'invalid', '填写的内容有误', faults);
  });

/** A row's number in a path or a query. */
export const id = <Of extends string>() =>
  z.coerce
    .number<string>('编号要是数字')
    .int('编号要是数字')
    .positive('编号要是数字')
    .transform((value) => value as Id<Of>);

/** A row's number in a body. */
export const idInBody = <Of extends string>() =>
  z
    .int('编号要是数字')
    .positive('编号要是数字')
    .transform((value) => value as Id<Of>);

const CENTURY = { from: '2000-01-01', until: '2099-12-31' };

/** A calendar day of this century, `YYYY-MM-DD`. */
export const calendarDay = () =>
  z.string().transform((text, check) => {
    const parsed = parseDay(text);
    if (parsed !== undefined && parsed >= CENTURY.from && parsed <= CENTURY.until) return parsed;
    check.addIssue({ code: 'custom', message: '日期要写成 2026-06-30 的样子' });
    return z.NEVER;
  });

/** How many rows of a list: 1 to 200, 50 unless said. */
export const limit = z.coerce.number<string>('要是 1 到 200 的数').int().min(1).max(200).default(50);

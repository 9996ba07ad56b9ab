/**
 * Configuration (配置), read once: the only file that touches the environment. `.env` in the folder the
 * process starts in is read when present; what the environment says goes before it.
 * Source: architecture.md, "Configuration".
 */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { REMINDER_STAGES } from '../db/vocabulary.ts';
import type { Clock } from './context.ts';
import {
  DEFAULT_REMINDER_POLICY,
  faultOfPolicy,
  policyWith,
  type ReminderPolicy,
} from './domain/time/reminder-policy.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** A value that is set but empty (`PORT=`) counts as not set. */
const given = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema);

const address = (protocols: RegExp, message: string) => z.url({ protocol: protocols, error: message });

const WEBHOOKS_FORM = '要是“群名=https://…”，几个群用分号隔开';

/** The rooms of webhooks with their addresses, which are secrets: `群名=https://…；群名=https://…`; null where it is not that. */
function readWebhooks(text: string): ReadonlyMap<string, string> | null {
  const pairs = text
    .split(/[;；\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => /^([^=]{1,60})=(https?:\/\/\S+)$/.exec(part));
  const rooms = new Map(pairs.flatMap((pair) => (pair === null ? [] : [[pair[1] ?? '', pair[2] ?? '']])));
  return pairs.includes(null) ? null : rooms;
}

const stageDays = z.strictObject({
  on: z.array(z.number()).optional(),
  weeklyOn: z.array(z.number()).optional(),
  thenEvery: z.number().optional(),
});
const reminderDays = z.partialRecord(z.enum(REMINDER_STAGES), stageDays);

/** The table of reminder stages with the numbers that are configured, or what is wrong with them. */
function readReminders(text: string): ReminderPolicy | string {
  try {
    const read = reminderDays.safeParse(JSON.parse(text));
    if (!read.success)
      return read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('；');
    const policy = policyWith(read.data);
    return faultOfPolicy(policy) ?? policy;
  } catch {
    return '要是 JSON，如 {"order": {"on": [5], "thenEvery": 3}}';
  }
}

const settings = z.object({
  PORT: given(
    z.coerce
      .number('要是 1 到 65535 之间的端口号')
      .int('要是 1 到 65535 之间的端口号')
      .min(1, '要是 1 到 65535 之间的端口号')
      .max(65_535, '要是 1 到 65535 之间的端口号')
      .default(3000),
  ),
  HOST: given(
    z
      .string()
      .regex(/^[\w.:-]+$/, '要是主机名或 IP 地址')
      .default('127.0.0.1'),
  ),
  DUBAN_DATA: given(z.string().default('./data')),
  DATABASE_URL: given(address(/^postgres(ql)?$/, '要是 postgres:// 开头的数据库地址').optional()),
  TEST_DATABASE_URL: given(address(/^postgres(ql)?$/, '要是 postgres:// 开头的数据库地址').optional()),
  SOAK_KILLS: given(z.coerce.number().int().positive('要是正整数').optional()),
  DUBAN_SECRET: given(z.string().min(32, '至少 32 个字符').optional()),
  DUBAN_URL: given(address(/^https?$/, '要是 http:// 或 https:// 开头的网址').optional()),
  DUBAN_DEMO: given(z.enum(['0', '1'], '只能是 0 或 1').default('0')),
  DUBAN_NOW: given(
    z.iso.datetime({ offset: true, error: '要是带时区的时刻，如 2026-11-20T09:00:00+08:00' }).optional(),
  ),
  WECHATY_PUPPET: given(z.string().optional()),
  WECOM_BOT_ID: given(z.string().optional()),
  WECOM_BOT_SECRET: given(z.string().optional()),
  WECOM_WS_URL: given(address(/^wss?$/, '要是 ws:// 或 wss:// 开头的网址').optional()),
  WECOM_WEBHOOKS: given(
    z
      .string()
      .transform((text, context) => {
        const rooms = readWebhooks(text);
        if (rooms === null) context.addIssue({ code: 'custom', message: WEBHOOKS_FORM });
        return rooms ?? new Map<string, string>();
      })
      .optional(),
  ),
  DUBAN_REMINDERS: given(
    z
      .string()
      .transform((text, context) => {
        const read = readReminders(text);
        if (typeof read !== 'string') return read;
        context.addIssue({ code: 'custom', message: read });
        return DEFAULT_REMINDER_POLICY;
      })
      .default(DEFAULT_REMINDER_POLICY),
  ),
  LOG_LEVEL: given(z.enum(LOG_LEVELS, `只能是 ${LOG_LEVELS.join('、')}`).default('info')),
});

export interface Config {
  port: number;
  host: string;
  /** The embedded database and the files. */
  dataFolder: string;
  /** Where absent, the database is the embedded one in the data folder. */
  databaseUrl: string | undefined;
  testDatabaseUrl: string | undefined;
  /** How often the tests that kill a process kill it; absent: as often as a test run can wait for. */
  soakKills: number | undefined;
  /** Where absent, one is made and kept in the data folder: ask `secretOf`. */
  secret: string | undefined;
  /** The address in links, without a slash at the end. */
  url: string;
  demo: boolean;
  /** The instant that is pretended at the start; time goes on from there. */
  now: Date | undefined;
  wechatyPuppet: string | undefined;
  wecom: { botId: string | undefined; secret: string | undefined; url: string | undefined };
  /** The rooms of group robots' webhooks, each with its address. */
  webhooks: ReadonlyMap<string, string>;
  /** When whom to remind. */
  reminders: ReminderPolicy;
  logLevel: (typeof LOG_LEVELS)[number];
}

/** Configuration that cannot be used; the message names each wrong variable in Chinese, a line each. */
export class WrongConfig extends Error {
  constructor(faults: readonly string[]) {
    super(`配置有误：\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'WrongConfig';
  }
}

/** Reads the configuration from a record of variables. Throws `WrongConfig`. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const parsed = settings.safeParse(env);
  if (!parsed.success) {
    throw new WrongConfig(parsed.error.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`));
  }
  const value = parsed.data;
  return {
    port: value.PORT,
    host: value.HOST,
    dataFolder: value.DUBAN_DATA,
    databaseUrl: value.DATABASE_URL,
    testDatabaseUrl: value.TEST_DATABASE_URL,
    soakKills: value.SOAK_KILLS,
    secret: value.DUBAN_SECRET,
    url: (value.DUBAN_URL ?? `http://${value.HOST}:${value.PORT}`).replace(/\/+$/, ''),
    demo: value.DUBAN_DEMO === '1',
    now: value.DUBAN_NOW === undefined ? undefined : new Date(value.DUBAN_NOW),
    wechatyPuppet: value.WECHATY_PUPPET,
    wecom: { botId: value.WECOM_BOT_ID, secret: value.WECOM_BOT_SECRET, url: value.WECOM_WS_URL },
    webhooks: value.WECOM_WEBHOOKS ?? new Map(),
    reminders: value.DUBAN_REMINDERS,
    logLevel: value.LOG_LEVEL,
  };
}

/** The configuration of this process. Throws `WrongConfig`. */
export function loadConfig(): Config {
  if (existsSync('.env')) process.loadEnvFile('.env');
  return readConfig(process.env);
}

/** The secret that signs sessions and links: the one given, or the one kept in the data folder (mode 600). */
export function secretOf(config: Pick<Config, 'secret' | 'dataFolder'>): string {
  if (config.secret !== undefined) return config.secret;
  const path = join(config.dataFolder, 'secret');
  mkdirSync(config.dataFolder, { recursive: true });
  try {
    writeFileSync(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(path, 'utf8').trim();
}

/** The clock (时钟): the machine's, or one that started at the pretended instant. */
export function clockOf(config: Pick<Config, 'now'>): Clock {
  if (config.now === undefined) return () => new Date();
  const ahead = config.now.getTime() - Date.now();
  return () => new Date(Date.now() + ahead);
}

/**
 * The front door: the command line, the composition root, and the only file that knows every room. A command loads
 * what it needs when it is called, so that `score` does not wait for WeChat. A fault that a person can mend is said in
 * a line on stderr, without a stack.
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Config, loadConfig, secretOf, WrongConfig } from './api/config.ts';
import { parseDay } from './api/domain/time/day.ts';
import { Refusal } from './api/errors.ts';
import type { OpenHouse } from './api/house.ts';
import type { ChatWindow } from './api/services/chat/chat-window.ts';
import type { PhoneGrant } from './api/services/people/phone-link.ts';
import type { Chat } from './bot/open-bot.ts';
import { make, NotMade } from './build/made.js';
import { FolderInUse } from './db/folder-lock.ts';
import { type AssignmentId, DUTIES, type PersonId, ROLES } from './db/vocabulary.ts';

const print = (text: string): boolean => process.stdout.write(`${text}\n`);

/** A command used wrongly; the message says what is missing. */
class Usage extends Error {}

const needed = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Usage(`缺少${what}`);
  return value;
};

const oneOf = <T extends string>(list: readonly T[], value: string | undefined, what: string): T => {
  const known = list.find((each) => each === value);
  if (known === undefined) throw new Usage(`${what} 要是 ${list.join('、')} 之一`);
  return known;
};

function instantOf(text: string): Date {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw new Usage('--at 要是带时区的时刻，如 2026-06-29T08:30:00+08:00');
  return instant;
}

/** Lends the house to a command and closes it, whatever happens. */
async function within(
  config: Config,
  work: (house: OpenHouse) => Promise<void>,
  inMemory = false,
): Promise<number> {
  const { createLog } = await import('./api/log.ts');
  const { openHouse } = await import('./api/house.ts');
  const house = await openHouse(config, createLog('warn'), { inMemory });
  try {
    await work(house);
    return 0;
  } finally {
    await house.close();
  }
}

/** The timetable with the addresses that reminders carry: the list, or one person's page of one task. */
async function timetableOf(config: Config, linkTo: (grant: Omit<PhoneGrant, 'domainId'>) => string) {
  const { createTimetable } = await import('./jobs/timetable.ts');
  const links = {
    toTasks: () => `${config.url}/tasks`,
    toOrders: () => `${config.url}/orders`,
    toTask: ({ personId }: { personId: PersonId }, { assignmentId }: { assignmentId: AssignmentId }) =>
      linkTo({ personId, assignmentId }),
  };
  return createTimetable(links, config.reminders);
}

/** The timetable as the page of jobs shows it. */
async function shownTimetable(config: Config, house: OpenHouse) {
  const { nextDue } = await import('./jobs/due.ts');
  const jobs = await timetableOf(config, await phoneLinks(config, house));
  return jobs.map(({ name, cron, what }) => ({
    ...{ name, cron, what },
    next: (after: Date) => nextDue({ cron }, after),
  }));
}

/** Makes the address of the phone page of one person and one task, signed. */
async function phoneLinks(config: Config, { domainId, clock }: OpenHouse) {
  const { makePhoneLink } = await import('./api/services/people/phone-link.ts');
  const secret = secretOf(config);
  return (grant: Omit<PhoneGrant, 'domainId'>): string =>
    `${config.url}/m/${makePhoneLink(secret, { domainId, ...grant }, clock())}`;
}

function welcome(config: Config, house: OpenHouse, port: number): void {
  print(`督办已启动：http://${config.host}:${port}`);
  if (config.demo) {
    print('演示数据：示例街道，单位和人员都是虚构的。打开上面的网址，点一个身份即可登录：');
    print(
      '  街道领导 看总览和排名 · 未保办 核验 · 单位联络员 在工作群报进度 · 政法委考评员 看得分 · 系统管理员',
    );
  }
  if (house.firstAdmin !== null) {
    const { username, password } = house.firstAdmin;
    print(
      `首次启动，已建立系统管理员。用户名：${username}，初始密码：${password}（只显示这一次，登录后须修改）`,
    );
  }
}

const PARTS = ['http', 'jobs', 'bot'] as const;

/** The bot, speaking and listening. What it is made of is large: pages can be had before it is loaded. */
async function startChat(config: Config, house: OpenHouse): Promise<Chat> {
  const { gatewayChoices } = await import('./bot/gateways/choices.ts');
  const { openBot } = await import('./bot/open-bot.ts');
  const { hearChat } = await import('./api/services/chat/hear-chat.ts');
  const chat = await openBot(
    {
      ctx: house.context('bot'),
      listen: (heard) => hearChat(house.store, house.domainId, heard),
      linkTo: await phoneLinks(config, house),
      linkToPage: (path) => `${config.url}${path}`,
    },
    {
      choices: gatewayChoices(config),
      // The embedded database lets no second process in; on a server several may run a bot.
      ...(config.databaseUrl === undefined ? {} : { holder: randomUUID() }),
    },
  );
  await chat.bot.start();
  return chat;
}

/** The window to a chat that is simulated; whoever looks through it waits until the bot has started. */
async function windowTo(config: Config, chat: () => Promise<Chat>): Promise<{ chat?: ChatWindow }> {
  const { gatewayChoices } = await import('./bot/gateways/choices.ts');
  if (!config.demo || !gatewayChoices(config).some(({ kind }) => kind === 'simulator')) return {};
  const opened = async () => needed((await chat()).window, '聊天窗口');
  return {
    chat: {
      rooms: async () => (await opened()).rooms(),
      say: async (message) => (await opened()).say(message),
    },
  };
}

/** Makes a thing when it is first asked for, and the same one ever after. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What the HTTP part is made of: read while the database opens. */
const loadHttp = once(async () => {
  const [app, server] = await Promise.all([import('./api/http/app.ts'), import('./api/server.ts')]);
  return { ...app, ...server };
});

async function openHttp(config: Config, house: OpenHouse, web: string, window: { chat?: ChatWindow }) {
  const { createApp, startServer } = await loadHttp();
  const { store, clock, log, files, domainId } = house;
  const { url, demo, host, port } = config;
  const { app, close } = await createApp({
    ...{ domainId, store, clock, log, files, url, demo, secret: secretOf(config) },
    timetable: once(() => shownTimetable(config, house)),
    readPasted: async () => (await import('./bot/read-pasted.ts')).readPasted,
    ...window,
  });
  const server = await startServer(app, { host, port, url, web });
  return {
    port: server.port,
    close: async () => {
      await close();
      await server.close();
    },
  };
}

/** Runs the parts that `--only` names, or all. Resolves once it has been asked to stop and has stopped. */
async function start(config: Config, only: string | undefined): Promise<void> {
  const parts: readonly string[] = only === undefined ? PARTS : [oneOf(PARTS, only, '--only')];
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const asked = new Promise<'asked'>((resolve) => {
    stop.signal.addEventListener('abort', () => resolve('asked'));
  });
  const { createLog } = await import('./api/log.ts');
  const { openHouse } = await import('./api/house.ts');
  const ready = parts.includes('http') ? Promise.all([make('web', stop.signal), loadHttp()]) : [];
  // A failure is told where it is waited for, also when that comes later.
  Promise.resolve(ready).catch(() => undefined);
  const house = await openHouse(config, createLog(config.logLevel));
  const closers: (() => Promise<void>)[] = [];
  try {
    const made = await Promise.race([asked, ready]);
    if (made === 'asked') return;
    const [web] = made;
    const chat = once(() => startChat(config, house));
    if (web !== undefined) {
      const http = await openHttp(
        config,
        house,
        web,
        parts.includes('bot') ? await windowTo(config, chat) : {},
      );
      closers.push(http.close);
      welcome(config, house, http.port);
    }
    if (parts.includes('bot')) {
      const { bot } = await chat();
      closers.push(() => bot.stop());
    }
    if (parts.includes('jobs')) {
      const { startRunner } = await import('./jobs/runner.ts');
      const timetable = await timetableOf(config, await phoneLinks(config, house));
      const { hearJobs } = await import('./api/services/jobs/hear-jobs.ts');
      const hear = (heard: () => void) => hearJobs(house.store, house.domainId, heard);
      closers.push(await startRunner(house.context('jobs'), timetable, hear));
    }
    await asked;
  } finally {
    for (const close of closers.reverse()) await close();
    await house.close();
  }
}

async function runJob(config: Config, name: string, at: Date | undefined, dryRun: boolean): Promise<number> {
  if (dryRun) {
    if (name !== 'reminders') throw new Usage('只有 reminders 可以用 --dry-run 试运行');
    const { dryRunReminders } = await import('./api/services/reminders/dry-run.ts');
    const say = async (house: OpenHouse) =>
      void print(
        JSON.stringify(
          await dryRunReminders(house.context('command'), at ?? house.clock(), config.reminders),
          null,
          1,
        ),
      );
    if (config.databaseUrl !== undefined || existsSync(`${config.dataFolder}/db`)) return within(config, say);
    process.stderr.write('还没有数据，用演示数据试运行，不保存\n');
    const passing = { ...config, demo: true, dataFolder: mkdtempSync(join(tmpdir(), 'duban-dry-')) };
    return within(passing, say, true).finally(() => rmSync(passing.dataFolder, { recursive: true }));
  }
  const { runOnce } = await import('./jobs/runner.ts');
  return within(config, async (house) => {
    const timetable = await timetableOf(config, await phoneLinks(config, house));
    const job = timetable.find((each) => each.name === name);
    if (job === undefined)
      throw new Usage(`没有这个任务，有：${timetable.map((each) => each.name).join('、')}`);
    print(
      JSON.stringify(
        (await runOnce(house.context('command'), job, at ?? house.clock(), { byHand: true })) ?? {
          skipped: true,
        },
      ),
    );
  });
}

/** Reads messages from standard input, a line each; gives 2 where a line was no message. */
async function understandInput(
  unit: string,
  today: string,
  where: 'group' | 'private',
  plan: string | undefined,
) {
  const { builtin } = await import('./api/house.ts');
  const { createUnderstander } = await import('./bot/understand/command.ts');
  const day = parseDay(today);
  if (day === undefined) throw new Usage('--today 要是一个日期，如 2026-06-24');
  const known = builtin();
  const { planFrom } = await import('./api/housekeeping.ts');
  const used = plan === undefined ? known.plan : planFrom(plan);
  const answer = createUnderstander({ unit, today: day, where, plan: used, synonyms: known.synonyms });
  let status = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const intent = answer(line);
    if ('error' in intent) status = 2;
    print(JSON.stringify(intent));
  }
  return status;
}

const BENCH_DATABASE = 'postgres://postgres@127.0.0.1:5432/postgres';

/** Measures the rows named, or all; `row`: that one in this process, its findings as JSON. Gives 1 where a goal is missed. */
async function bench(
  config: Config,
  { row, scale }: { row: string | undefined; scale: number },
  names: readonly string[],
): Promise<number> {
  if (!(scale > 0 && scale <= 1)) throw new Usage('--scale 要在 0 和 1 之间');
  const rows = {
    ...(await import('./api/bench/rows.ts')).ROWS,
    ...(await import('./bot/bench/rows.ts')).ROWS,
    ...(await import('./web/bench/rows.ts')).ROWS,
  };
  const { keepResults, runApart, runRow } = await import('./api/bench/run.ts');
  const known = Object.keys(rows);
  if (row !== undefined) {
    const measure = needed(rows[row], '这一行');
    print(JSON.stringify(await runRow(measure, config.testDatabaseUrl ?? BENCH_DATABASE, scale)));
    return 0;
  }
  const { tableOf } = await import('./api/bench/table.ts');
  const findings = [];
  for (const name of names.length === 0 ? known : names) {
    findings.push(...(await runApart(oneOf(known, name, '要测的行'), scale)));
  }
  keepResults(findings);
  print(tableOf(findings));
  return findings.every((finding) => 'unmeasured' in finding || finding.met) ? 0 : 1;
}

/** What a command is given: the words after its name, and the configuration. It gives the exit status. */
type Command = (args: string[], config: Config) => Promise<number>;

const printed = ({ status, stdout, stderr }: { status: number; stdout: string; stderr: string }): number => {
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return status;
};

const text = { type: 'string' } as const;
const flag = { type: 'boolean', default: false } as const;

const COMMANDS: Readonly<Record<string, Command>> = {
  start: async (args, config) => {
    await start(config, parseArgs({ args, options: { only: text } }).values.only);
    return 0;
  },

  score: async ([scheme, data]) => {
    const { scoreFiles } = await import('./api/services/score/score-files.ts');
    return printed(await scoreFiles(needed(scheme, '考核方案文件'), needed(data, '数据文件')));
  },

  'plan read': async ([file]) => {
    const { planReadCommand } = await import('./api/services/plan/read-plan-document.ts');
    return printed(await planReadCommand(needed(file, '方案文件')));
  },

  'plan load': async ([file], config) => {
    const { planFrom, takePlan } = await import('./api/housekeeping.ts');
    const plan = planFrom(needed(file, '责任清单文件'));
    return within(config, async (house) => void print(await takePlan(house, plan)));
  },

  'chat understand': (args) => {
    const { values } = parseArgs({ args, options: { unit: text, today: text, private: flag, plan: text } });
    const where = values.private ? 'private' : 'group';
    return understandInput(
      needed(values.unit, ' --unit'),
      needed(values.today, ' --today'),
      where,
      values.plan,
    );
  },

  'job run': (args, config) => {
    const options = { at: text, 'dry-run': flag };
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const at = values.at === undefined ? undefined : instantOf(values.at);
    return runJob(config, needed(positionals[0], '任务名称'), at, values['dry-run']);
  },

  'unit add': async (args, config) => {
    const { values } = parseArgs({ args, options: { kind: text, name: text } });
    const kind = oneOf(['village', 'department'] as const, values.kind, '--kind');
    const name = needed(values.name, ' --name');
    const { takeUnit } = await import('./api/housekeeping.ts');
    return within(config, async (house) => void print(await takeUnit(house, kind, name)));
  },

  bench: async (args, config) => {
    const options = { row: text, scale: { ...text, default: '1' } };
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    return bench(config, { row: values.row, scale: Number(values.scale) }, positionals);
  },

  'user add': async (args, config) => {
    const options = {
      username: text,
      name: text,
      role: text,
      unit: text,
      duty: { ...text, default: 'staff' },
    };
    const { values } = parseArgs({ args, options });
    const user = {
      username: needed(values.username, ' --username'),
      name: needed(values.name, ' --name'),
      role: oneOf(ROLES, values.role, '--role'),
      duty: oneOf(DUTIES, values.duty, '--duty'),
      unit: needed(values.unit, ' --unit'),
    };
    const { takeUser } = await import('./api/housekeeping.ts');
    return within(config, async (house) => void print(await takeUser(house, user)));
  },
};

const HELP = `用法：npm run -s duban -- <命令>

  start [--only http|jobs|bot]        启动（npm start 带演示数据，npm run serve 正式使用）
  plan read 文件                      读方案文档（.txt、.docx），列出责任事项
  plan load 文件                      载入确认过的责任清单（.json）
  score 考核方案.json 数据.json       按方案计分
  chat understand --unit 单位 --today 日期 [--private] [--plan 文件]
                                      逐行理解标准输入里的消息
  job run 任务 [--at 时刻] [--dry-run]    手动运行一个定时任务
  unit add --kind village|department --name 名称
  bench [行 …] [--scale 比例]         测量性能（要有 PostgreSQL 服务器），与同一次运行的下限对比
  user add --username 用户名 --name 姓名 --role 角色 --unit 单位 [--duty 职务]`;

function complaint(error: unknown): string {
  if (error instanceof Refusal) {
    return [error.message, ...error.faults.map(({ path, message }) => `${path}: ${message}`)].join('\n');
  }
  const mendable = [Usage, WrongConfig, FolderInUse, NotMade].some((kind) => error instanceof kind);
  const badOption =
    error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
  if (error instanceof Error && (mendable || badOption)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function main([first = '', second = '', ...rest]: readonly string[]): Promise<number> {
  const two = COMMANDS[`${first} ${second}`];
  const one = COMMANDS[first];
  if (two === undefined && one === undefined) {
    const asked = ['', 'help', '--help', '-h'].includes(first);
    (asked ? process.stdout : process.stderr).write(`${HELP}\n`);
    return asked ? 0 : 2;
  }
  try {
    const config = loadConfig();
    if (two !== undefined) return await two(rest, config);
    return (await one?.(second === '' ? rest : [second, ...rest], config)) ?? 0;
  } catch (error) {
    process.stderr.write(`${complaint(error)}\n`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));

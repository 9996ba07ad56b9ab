/**
 * The front door: the command line, and the only file that knows every room. A fault that a person can mend is said
 * in a line on stderr, without a stack.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Config, loadConfig, secretOf, WrongConfig } from './api/config.ts';
import { readPlanJson } from './api/domain/plan/plan-file.ts';
import { Refusal } from './api/errors.ts';
import { builtin, type OpenHouse, openHouse } from './api/house.ts';
import { createApp } from './api/http/app.ts';
import { createLog } from './api/log.ts';
import { startServer } from './api/server.ts';
import { buildAssignments } from './api/services/assignments/build-assignments.ts';
import { addPerson } from './api/services/people/add-person.ts';
import { makePhoneLink } from './api/services/people/phone-link.ts';
import { loadPlan } from './api/services/plan/load-plan.ts';
import { dryRunReminders } from './api/services/reminders/dry-run.ts';
import type { ReminderLinks } from './api/services/reminders/run-reminders.ts';
import { scoreFiles } from './api/services/score/score-files.ts';
import { addUnit } from './api/services/units/add-unit.ts';
import { findUnit } from './api/services/units/find-unit.ts';
import { FolderInUse } from './db/folder-lock.ts';
import { DUTIES, ROLES } from './db/vocabulary.ts';
import { runOnce, startRunner } from './jobs/runner.ts';
import { createTimetable } from './jobs/timetable.ts';
import { buildWebIfStale } from './web/build-if-stale.ts';

const print = (text: string): boolean => process.stdout.write(`${text}\n`);

/** A command used wrongly; the message says what is missing. */
class Usage extends Error {}

const needed = (value: string | undefined, what: string): string => {
  if (value === undefined) throw new Usage(`缺少 ${what}`);
  return value;
};

const oneOf = <T extends string>(list: readonly T[], value: string | undefined, what: string): T => {
  const known = list.find((each) => each === value);
  if (known === undefined) throw new Usage(`${what} 要是 ${list.join('、')} 之一`);
  return known;
};

function instantOf(text: string): Date {
  const instant = new Date(text);
  if (Number.isNaN(instant.getTime())) throw new Usage(`--at 要是带时区的时刻，如 2026-06-29T08:30:00+08:00`);
  return instant;
}

/** Lends the house to a command and closes it, whatever happens. */
async function within<T>(
  config: Config,
  work: (house: OpenHouse) => Promise<T>,
  inMemory = false,
): Promise<T> {
  const house = await openHouse(config, createLog('warn'), { inMemory });
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}

/** The addresses that reminders carry; a phone link is for one person and one task. */
const linksOf = (config: Config, house: OpenHouse): ReminderLinks => ({
  toTasks: () => `${config.url}/tasks`,
  toTask: ({ personId }, { assignmentId }) => {
    const grant = { domainId: house.domainId, personId, assignmentId };
    return `${config.url}/m/${makePhoneLink(secretOf(config), grant, house.clock())}`;
  },
});

function welcome(config: Config, house: OpenHouse, port: number): void {
  print(`督办已启动：http://${config.host}:${port}`);
  if (config.demo) {
    print('演示数据：示例街道，单位和人员都是虚构的。打开上面的网址，点一下角色即可登录：');
    print(
      '  街道领导（看总览和排名）· 未保办工作人员（核验）· 考评员 · 系统管理员 · 示例一村联络员（在工作群里报进度）',
    );
  }
  if (house.firstAdmin !== null) {
    const { username, password } = house.firstAdmin;
    print(
      `首次启动，已建立系统管理员。用户名：${username}，初始密码：${password}（只显示这一次，登录后须修改）`,
    );
  }
}

/** Runs the parts that `--only` names, or all: the web, the jobs, the bot. Resolves once it has been asked to stop. */
async function start(config: Config, only: string | undefined): Promise<void> {
  const parts = only === undefined ? PARTS : [oneOf(PARTS, only, '--only')];
  const built = parts.includes('http') ? buildWebIfStale() : Promise.resolve(false);
  const house = await openHouse(config, createLog(config.logLevel));
  await built;
  const closers: (() => Promise<void>)[] = [];
  try {
    if (parts.includes('http')) {
      const { store, clock, log, files, domainId } = house;
      const secret = secretOf(config);
      const { url, demo, host } = config;
      const { app, close } = await createApp({ domainId, store, clock, log, files, secret, url, demo });
      const server = await startServer(app, { host, port: config.port, url });
      closers.push(async () => {
        await close();
        await server.close();
      });
      welcome(config, house, server.port);
    }
    if (parts.includes('jobs')) {
      closers.push(await startRunner(house.context('jobs'), createTimetable(linksOf(config, house))));
    }
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
  } finally {
    for (const close of closers.reverse()) await close();
    await house.close();
  }
}

const PARTS = ['http', 'jobs', 'bot'] as const;

/** What a command is given: the words after its name, and the configuration. */
type Command = (words: string[], config: Config) => Promise<number | undefined>;

const printed = ({ status, stdout, stderr }: { status: number; stdout: string; stderr: string }): number => {
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  return status;
};

const COMMANDS: Readonly<Record<string, Command>> = {
  start: async (args, config) => {
    const { values } = parseArgs({ args, options: { only: { type: 'string' } } });
    await start(config, values.only);
    return 0;
  },

  score: async ([scheme, data]) =>
    printed(await scoreFiles(needed(scheme, '考核方案文件'), needed(data, '数据文件'))),

  'plan load': async ([file], config) =>
    within(config, async (house) => {
      const path = needed(file, '责任清单文件');
      const read = readPlanJson(JSON.parse(readFileSync(path, 'utf8')));
      if (!read.ok) throw new Refusal('invalid', 'planFile', `${path} 有误`, read.faults);
      const ctx = house.context('command');
      await loadPlan(ctx, read.plan, { synonyms: builtin().synonyms });
      const { built } = await buildAssignments(ctx);
      print(`已载入《${read.plan.title}》：${read.plan.items.length}个责任事项，新生成交办${built}项`);
      return 0;
    }),

  'job run': async (args, config) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { at: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    const name = needed(positionals[0], '任务名称');
    return within(config, async (house) => {
      const at = values.at === undefined ? house.clock() : instantOf(values.at);
      const ctx = house.context('command');
      if (values['dry-run']) {
        if (name !== 'reminders') throw new Usage('只有 reminders 可以用 --dry-run 试运行');
        print(JSON.stringify(await dryRunReminders(ctx, at), null, 1));
        return 0;
      }
      const timetable = createTimetable(linksOf(config, house));
      const job = timetable.find((each) => each.name === name);
      if (job === undefined)
        throw new Usage(`没有这个任务；有：${timetable.map((each) => each.name).join('、')}`);
      const counts = await runOnce(ctx, job, at);
      print(JSON.stringify(counts ?? { skipped: true }));
      return 0;
    });
  },

  'unit add': async (args, config) => {
    const options = { kind: { type: 'string' }, name: { type: 'string' } } as const;
    const { values } = parseArgs({ args, options });
    const kind = oneOf(['village', 'department'] as const, values.kind, '--kind');
    const name = needed(values.name, '--name');
    return within(config, async (house) => {
      const ctx = house.context('command');
      await addUnit(ctx, { kind, name });
      const { built } = await buildAssignments(ctx);
      print(`已添加 ${name}，新生成交办${built}项`);
      return 0;
    });
  },

  'user add': async (args, config) => {
    const options = {
      username: { type: 'string' },
      name: { type: 'string' },
      role: { type: 'string' },
      unit: { type: 'string' },
      duty: { type: 'string', default: 'staff' },
    } as const;
    const { values } = parseArgs({ args, options });
    const username = needed(values.username, '--username');
    const role = oneOf(ROLES, values.role, '--role');
    const duty = oneOf(DUTIES, values.duty, '--duty');
    return within(config, async (house) => {
      const ctx = house.context('command');
      const unit = await findUnit(ctx, needed(values.unit, '--unit'));
      const { password } = await addPerson(ctx, {
        unit,
        name: needed(values.name, '--name'),
        role,
        duty,
        username,
      });
      print(`已添加 ${username}，初始密码：${password}（登录后须修改）`);
      return 0;
    });
  },
};

const HELP = `用法：npm run -s duban -- <命令>

  start [--only http|jobs|bot]              启动（npm start 为带演示数据启动）
  plan read 文件                            读方案文档（.txt、.docx），列出责任事项
  plan load 文件                            载入确认过的责任清单（.json）
  score 考核方案.json 数据.json             按方案计分
  chat understand --unit 单位 --today 日期 [--private] [--plan 文件]
                                            逐行理解标准输入里的消息
  job run 任务 [--at 时刻] [--dry-run]      手动运行一个定时任务
  unit add --kind village|department --name 名称
  user add --username 用户名 --name 姓名 --role 角色 --unit 单位 [--duty 职务]`;

function complaint(error: unknown): string {
  if (error instanceof Refusal) {
    return [error.message, ...error.faults.map(({ path, message }) => `${path}: ${message}`)].join('\n');
  }
  if (error instanceof Usage || error instanceof WrongConfig || error instanceof FolderInUse)
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

async function main(words: readonly string[]): Promise<number> {
  const [first = '', second = '', ...rest] = words;
  const two = COMMANDS[`${first} ${second}`];
  const one = COMMANDS[first];
  if (two === undefined && one === undefined) {
    (first === '' || first === 'help' || first === '--help' ? process.stdout : process.stderr).write(
      `${HELP}\n`,
    );
    return first === '' || first === 'help' || first === '--help' ? 0 : 2;
  }
  try {
    const config = loadConfig();
    return (await (two ? two(rest, config) : one?.(words.slice(1), config))) ?? 0;
  } catch (error) {
    process.stderr.write(`${complaint(error)}\n`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));

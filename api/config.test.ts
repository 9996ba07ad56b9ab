import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { clockOf, readConfig, secretOf, WrongConfig } from './config.ts';

describe('configuration', () => {
  test('has a default for everything, and an empty value is none', () => {
    for (const env of [{}, { PORT: '', DATABASE_URL: ' ', DUBAN_DEMO: '', LOG_LEVEL: '' }]) {
      expect(readConfig(env)).toMatchObject({
        port: 3000,
        host: '127.0.0.1',
        dataFolder: './data',
        databaseUrl: undefined,
        url: 'http://127.0.0.1:3000',
        demo: false,
        now: undefined,
        logLevel: 'info',
      });
    }
  });

  test('reminds on other days where it is told so, and else as the table says', () => {
    const { reminders } = readConfig({
      DUBAN_REMINDERS: '{"soon": {"on": [-5]}, "order": {"thenEvery": 3}}',
    });
    expect(reminders.map(({ stage, on, thenEvery }) => [stage, on, thenEvery])).toEqual([
      ['soon', [-5], undefined],
      ['today', [0], undefined],
      ['overdue', [1], undefined],
      ['escalated', [3], undefined],
      ['order', [7], 3],
    ]);
  });

  test('takes what is given, the address without its last slash', () => {
    const config = readConfig({
      PORT: '8080',
      DUBAN_URL: 'https://duban.example.cn/',
      DATABASE_URL: 'postgres://duban@db/duban',
      DUBAN_DEMO: '1',
      DUBAN_NOW: '2026-11-20T09:00:00+08:00',
    });
    expect(config).toMatchObject({
      port: 8080,
      url: 'https://duban.example.cn',
      databaseUrl: 'postgres://duban@db/duban',
      demo: true,
      now: new Date('2026-11-20T01:00:00Z'),
    });
  });

  test.each([
    ['PORT', 'http', 'PORT：要是 1 到 65535 之间的端口号'],
    ['PORT', '70000', 'PORT：要是 1 到 65535 之间的端口号'],
    ['PORT', '80.5', 'PORT：要是 1 到 65535 之间的端口号'],
    ['HOST', 'a b', 'HOST：要是主机名或 IP 地址'],
    ['DUBAN_REMINDERS', 'soon', 'DUBAN_REMINDERS：要是 JSON，如 {"order": {"on": [5], "thenEvery": 3}}'],
    [
      'DUBAN_REMINDERS',
      '{"overdue": {"on": [4]}}',
      'DUBAN_REMINDERS：escalated.on: 天数要逐级递增，3 不大于前面的 4',
    ],
    [
      'DUBAN_REMINDERS',
      '{"soon": {"on": [2]}}',
      'DUBAN_REMINDERS：soon.on: 到期前的工作日数要写成负数，当日写0',
    ],
    ['DUBAN_REMINDERS', '{"order": {"thenEvery": 0}}', 'DUBAN_REMINDERS：order.thenEvery: 要是正整数'],
    ['DATABASE_URL', 'mysql://x/y', 'DATABASE_URL：要是 postgres:// 开头的数据库地址'],
    ['DUBAN_SECRET', 'short', 'DUBAN_SECRET：至少 32 个字符'],
    ['DUBAN_URL', 'duban.example.cn', 'DUBAN_URL：要是 http:// 或 https:// 开头的网址'],
    ['DUBAN_DEMO', 'yes', 'DUBAN_DEMO：只能是 0 或 1'],
    ['DUBAN_NOW', '2026-11-20', 'DUBAN_NOW：要是带时区的时刻，如 2026-11-20T09:00:00+08:00'],
    ['WECOM_WS_URL', 'http://x', 'WECOM_WS_URL：要是 ws:// 或 wss:// 开头的网址'],
    ['WECOM_WEBHOOKS', '工作群', 'WECOM_WEBHOOKS：要是“群名=https://…”，几个群用分号隔开'],
    ['LOG_LEVEL', 'loud', 'LOG_LEVEL：只能是'],
  ])('says in Chinese what is wrong with %s=%s', (name, value, message) => {
    expect(() => readConfig({ [name]: value })).toThrow(WrongConfig);
    expect(() => readConfig({ [name]: value })).toThrow(message);
  });

  test('names every wrong value at once, a line each', () => {
    expect(() => readConfig({ PORT: 'x', LOG_LEVEL: 'y' })).toThrow(/PORT.*\n.*LOG_LEVEL/);
  });
});

test('webhooks are rooms with their addresses', () => {
  const { webhooks } = readConfig({ WECOM_WEBHOOKS: '一村=https://x/send?key=a；二村=https://x/send?key=b' });
  expect([...webhooks]).toEqual([
    ['一村', 'https://x/send?key=a'],
    ['二村', 'https://x/send?key=b'],
  ]);
});

describe('the secret', () => {
  test('is made once, kept in the data folder, and readable by the owner alone', () => {
    const dataFolder = join(inject('testFolder'), 'secret-data');
    const made = secretOf({ secret: undefined, dataFolder });
    expect(made).toMatch(/^[0-9a-f]{64}$/);
    expect(secretOf({ secret: undefined, dataFolder })).toBe(made);
    expect(statSync(join(dataFolder, 'secret')).mode & 0o777).toBe(0o600);
  });

  test('is the one given, where one is given', () => {
    expect(secretOf({ secret: 'x'.repeat(32), dataFolder: '/nowhere' })).toBe('x'.repeat(32));
  });
});

test('the clock starts at the pretended instant and goes on', () => {
  const now = new Date('2026-01-02T00:00:00Z');
  const clock = clockOf({ now });
  const first = clock().getTime();
  expect(first).toBeGreaterThanOrEqual(now.getTime());
  expect(first).toBeLessThan(now.getTime() + 60_000);
  expect(clock().getTime()).toBeGreaterThanOrEqual(first);
});

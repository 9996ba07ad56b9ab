/** The robot's gateway against a local WebSocket server that speaks the documented frames. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { type WebSocket, WebSocketServer } from 'ws';
import { createLog } from '../../api/log.ts';
import { type Heard, Throttled, Unclear } from './gateway.ts';
import { createWecomGateway } from './wecom.ts';

interface Frame {
  cmd?: string;
  headers: { req_id: string };
  body?: Record<string, unknown>;
}

/** WeCom's end: knows one secret, answers heartbeats, gives receipts, and may cut, throttle or fall silent. */
async function open({ secret = 'right' } = {}) {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const at = server.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  const pushed: Frame['body'][] = [];
  const seen = { pings: 0, subscriptions: 0 };
  let receipt: number | null = 0;
  let line: WebSocket | null = null;
  server.on('connection', (socket) => {
    line = socket;
    const answer = ({ headers }: Frame, errcode: number): void =>
      socket.send(JSON.stringify({ headers, errcode, errmsg: errcode === 0 ? 'ok' : 'refused' }));
    socket.on('message', (data) => {
      const frame: Frame = JSON.parse(data.toString());
      if (frame.cmd === 'aibot_subscribe') {
        seen.subscriptions += 1;
        return answer(frame, frame.body?.secret === 'right' ? 0 : 40001);
      }
      if (frame.cmd === 'ping') {
        seen.pings += 1;
        return answer(frame, 0);
      }
      if (receipt === 0) pushed.push(frame.body);
      if (receipt !== null) answer(frame, receipt);
    });
  });
  onTestFinished(() => {
    for (const client of server.clients) client.terminate();
    server.close();
  });
  const heard: Heard[] = [];
  const gateway = createWecomGateway({
    ...{ botId: 'bot', secret, url: `ws://127.0.0.1:${port}` },
    clock: () => new Date('2026-07-01T09:00:00+08:00'),
    log: createLog('silent'),
    heartbeatMs: 30,
    reconnectAfterMs: 300,
    storeAgainAfterMs: [1],
  });
  await gateway.start({
    received: (each) => {
      heard.push(each);
      return Promise.resolve();
    },
    changed: () => {},
  });
  onTestFinished(() => gateway.stop());
  const says = (body: object): void =>
    line?.send(JSON.stringify({ cmd: 'aibot_msg_callback', headers: { req_id: 'callback-1' }, body }));
  return {
    gateway,
    heard,
    pushed,
    seen,
    says,
    cut: () => line?.terminate(),
    answerWith: (code: number | null) => {
      receipt = code;
    },
    kick: () =>
      line?.send(
        JSON.stringify({
          cmd: 'aibot_event_callback',
          headers: { req_id: 'event-1' },
          body: { msgtype: 'event', event: { eventtype: 'disconnected_event' } },
        }),
      ),
  };
}

const online = ({ gateway }: Awaited<ReturnType<typeof open>>) =>
  expect.poll(() => gateway.status().life).toBe('online');
const common = { aibotid: 'bot', from: { userid: 'zhangsan' }, create_time: 1_782_867_600 };
const ROOM = { kind: 'room', externalId: 'chat-1' } as const;
const hello = { text: '你好', mentions: [], key: '1' };

describe('the gateway of the WeCom robot', () => {
  test('subscribes, beats, and hears what is said to it in private and in groups, with what is quoted', async () => {
    const t = await open();
    await online(t);
    t.says({ ...common, msgid: '1', chattype: 'single', msgtype: 'text', text: { content: '我的任务' } });
    t.says({
      ...{ ...common, msgid: '2', chattype: 'group', chatid: 'chat-1', msgtype: 'text' },
      text: { content: '@督办助手 已完成' },
      quote: { msgtype: 'text', text: { content: '2.1-3 动态更新台账' } },
    });
    t.says({ ...common, msgid: '3', chattype: 'single', msgtype: 'voice', voice: { content: '帮助' } });
    await expect.poll(() => t.heard.length).toBe(3);
    expect(t.heard).toMatchObject([
      { externalId: '1', text: '我的任务', room: null, contact: { externalId: 'zhangsan' } },
      {
        ...{ externalId: '2', mentioned: true, room: { externalId: 'chat-1' } },
        text: '「2.1-3 动态更新台账」\n- - - - - -\n@督办助手 已完成',
      },
      { externalId: '3', text: '帮助' },
    ]);
    expect(t.heard[0]?.sentAt).toEqual(new Date(1_782_867_600_000));
    await expect.poll(() => t.seen.pings).toBeGreaterThan(1);
    await expect(t.gateway.probe?.()).resolves.toBeUndefined();
  });

  test('pushes to a room with real mentions, and resolves on the receipt', async () => {
    const t = await open();
    await online(t);
    await t.gateway.say(ROOM, { ...hello, mentions: ['zhangsan'] });
    expect(t.pushed).toMatchObject([
      { chatid: 'chat-1', msgtype: 'markdown', markdown: { content: '<@zhangsan> 你好' } },
    ]);
  });

  test('cut, it comes back by itself; what is said meanwhile is refused, to be said again', async () => {
    const t = await open();
    await online(t);
    t.cut();
    await expect.poll(() => t.gateway.status().life, { interval: 10 }).toBe('offline');
    await expect(t.gateway.say(ROOM, hello)).rejects.toThrow();
    await online(t);
    expect(t.seen.subscriptions).toBe(2);
    await t.gateway.say(ROOM, hello);
    expect(t.pushed).toHaveLength(1);
  });

  test('a throttling code is told apart; cut without a receipt, nobody knows whether it was said', async () => {
    const t = await open();
    await online(t);
    t.answerWith(45009);
    await expect(t.gateway.say(ROOM, hello)).rejects.toBeInstanceOf(Throttled);
    t.answerWith(95001);
    await expect(t.gateway.say(ROOM, hello)).rejects.toThrow('（95001）');
    t.answerWith(null);
    const saying = expect(t.gateway.say(ROOM, hello)).rejects.toBeInstanceOf(Unclear);
    t.cut();
    await saying;
  });

  test('a wrong secret and a second connection are faults that the page can show', async () => {
    const wrong = await open({ secret: 'wrong' });
    await expect.poll(() => wrong.gateway.status().fault).toContain('40001');
    expect(wrong.gateway.status().life).toBe('offline');
    const t = await open();
    await online(t);
    t.kick();
    await expect.poll(() => t.gateway.status().life).toBe('offline');
    expect(t.gateway.status().fault).toContain('别处连接');
  });
});

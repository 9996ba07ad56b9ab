/** The webhook gateway against a local server that answers as WeCom's documentation says. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import { text as bodyOf } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLog } from '../../api/log.ts';
import { type Speech, Throttled, Unclear } from './gateway.ts';
import { createWebhookGateway } from './wecom-webhook.ts';

interface Posted {
  msgtype: string;
  text?: { content: string };
  image?: { base64: string; md5: string };
}

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof at === 'object' && at !== null ? at.port : 0;
}

/** WeCom's end: takes 20 a minute, a text of 2048 bytes, and only the key it knows. */
async function open({ answerWithinMs = 10_000 } = {}) {
  const posted: Posted[] = [];
  let silent = false;
  const server = createServer(async (request, response) => {
    const body: Posted = JSON.parse(await bodyOf(request));
    if (silent) return;
    const answer = (errcode: number): void => void response.end(JSON.stringify({ errcode, errmsg: '' }));
    if (!request.url?.endsWith('key=right')) return answer(93000);
    if (posted.length >= 20) return answer(45009);
    if (Buffer.byteLength(body.text?.content ?? '') > 2048) return answer(40058);
    posted.push(body);
    answer(0);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  const port = typeof at === 'object' && at !== null ? at.port : 0;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = (key: string): string => `http://127.0.0.1:${port}/cgi-bin/webhook/send?key=${key}`;
  const gateway = createWebhookGateway({
    rooms: new Map([
      ['工作群', address('right')],
      ['旧群', address('gone-secret')],
      ['断线群', `http://127.0.0.1:${await closedPort()}/?key=secret`],
    ]),
    clock: () => new Date('2026-07-01T09:00:00+08:00'),
    log: createLog('silent'),
    answerWithinMs,
  });
  await gateway.start({ received: () => Promise.resolve(), changed: () => {} });
  const say = (room: string, speech: Partial<Speech> = {}) =>
    gateway.say({ kind: 'room', externalId: room }, { text: '你好', mentions: [], key: '1', ...speech });
  return {
    gateway,
    posted,
    say,
    fallSilent: () => {
      silent = true;
    },
  };
}

describe('the webhook gateway', () => {
  test('pushes a text, and a long one in pieces that fit', async () => {
    const { posted, say, gateway } = await open();
    await say('工作群');
    await say('工作群', { text: '动态更新台账\n'.repeat(200) });
    expect(posted[0]).toEqual({ msgtype: 'text', text: { content: '你好' } });
    expect(posted).toHaveLength(3);
    expect(gateway.status()).toMatchObject({ life: 'online', fault: null });
  });

  test('pushes a picture behind its text with its md5; what is too big is told, not lost', async () => {
    const { posted, say } = await open();
    const bytes = new Uint8Array([137, 80, 78, 71]);
    await say('工作群', { file: { name: '排名.png', bytes } });
    const md5 = createHash('md5').update(bytes).digest('hex');
    expect(posted[1]).toEqual({
      msgtype: 'image',
      image: { base64: Buffer.from(bytes).toString('base64'), md5 },
    });
    await say('工作群', { file: { name: '大.png', bytes: new Uint8Array(2 * 1024 * 1024 + 1) } });
    expect(posted.at(-1)?.text?.content).toContain('附件发不到这个群');
  });

  test('throttled after twenty a minute, it says so', async () => {
    const { say } = await open();
    for (let n = 0; n < 20; n++) await say('工作群');
    await expect(say('工作群')).rejects.toBeInstanceOf(Throttled);
  });

  test('an address that is not valid any more is a fault said plainly, without the address', async () => {
    const { gateway, say } = await open();
    await expect(say('旧群')).rejects.toThrow('“旧群”的推送地址无效（93000）');
    await expect(say('断线群')).rejects.toThrow('连不上企业微信');
    expect(JSON.stringify(gateway.status())).not.toContain('secret');
    await expect(say('不知道的群')).rejects.toThrow('没有配置');
  });

  test('no answer in time: whether it was said nobody knows', async () => {
    const { say, fallSilent } = await open({ answerWithinMs: 50 });
    fallSilent();
    await expect(say('工作群')).rejects.toBeInstanceOf(Unclear);
  });
});

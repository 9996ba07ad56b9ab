import { describe, expect, onTestFinished, test } from 'vitest';
import { types } from 'wechaty-puppet';
import { mock, PuppetMock } from 'wechaty-puppet-mock';
import { createLog } from '../../api/log.ts';
import type { Heard } from './gateway.ts';
import { createWechatyGateway } from './wechaty.ts';

/** A gateway over the mock puppet, not logged in yet; what it hears is taken in by `take`. */
async function open(take: (heard: Heard) => Promise<void> = () => Promise.resolve()) {
  const mocker = new mock.Mocker();
  const puppet = new PuppetMock({ mocker });
  const self = mocker.createContact({ id: 'bot', name: '督办助手' });
  const [person, account] = [
    mocker.createContact({ id: 'person', name: '一村联络员' }),
    mocker.createContact({ id: 'news', name: '本地新闻', type: types.Contact.Official }),
  ];
  const room = mocker.createRoom({ id: 'room@chatroom', topic: '工作群', memberIdList: ['bot', 'person'] });
  const gateway = createWechatyGateway({
    name: 'wechaty',
    puppet,
    clock: () => new Date('2026-07-01T09:00:00+08:00'),
    log: createLog('silent'),
    storeAgainAfterMs: [1, 1],
  });
  const heard: Heard[] = [];
  let changes = 0;
  await gateway.start({
    received: async (each) => {
      await take(each);
      heard.push(each);
    },
    changed: () => {
      changes += 1;
    },
  });
  onTestFinished(() => gateway.stop());
  return { gateway, mocker, self, person, account, room, heard, changes: () => changes };
}

describe('the gateway over wechaty', () => {
  test('tells how it is: waiting for the scan, online, offline', async () => {
    const { gateway, mocker, self, changes } = await open();
    expect(gateway.status().life).toBe('offline');
    mocker.scan('https://example.invalid/qr');
    expect(gateway.status()).toMatchObject({ life: 'scan', qrcode: 'https://example.invalid/qr' });
    const before = changes();
    mocker.login(self);
    await expect.poll(() => gateway.status().life).toBe('online');
    expect(gateway.status().qrcode).toBeNull();
    expect(changes()).toBeGreaterThan(before);
    await mocker.puppet.logout();
    await expect.poll(() => gateway.status().life).toBe('offline');
  });

  test('hears what people say, in order, and leaves alone official accounts and itself', async () => {
    const { gateway, mocker, self, person, account, room, heard } = await open();
    mocker.login(self);
    account.say('今日要闻').to(self);
    person.say('2.1-3 已完成').to(room);
    self.say('已记录').to(room);
    person.say('@督办助手 排名', [self]).to(room);
    person.say('我的任务').to(self);
    await expect.poll(() => heard.length).toBe(3);
    expect(heard).toMatchObject([
      { text: '2.1-3 已完成', room: { externalId: 'room@chatroom', topic: '工作群' }, mentioned: false },
      { text: '@督办助手 排名', mentioned: true, contact: { externalId: 'person', name: '一村联络员' } },
      { text: '我的任务', room: null, mentioned: false },
    ]);
    expect(gateway.status().lastInbound).not.toBeNull();
  });

  test('tries again to store what could not be stored; the next message waits its turn', async () => {
    let failures = 2;
    const { mocker, self, person, heard } = await open(() => {
      failures -= 1;
      return failures >= 0 ? Promise.reject(new Error('the database is away')) : Promise.resolve();
    });
    mocker.login(self);
    person.say('一').to(self);
    person.say('二').to(self);
    await expect.poll(() => heard.map(({ text }) => text)).toEqual(['一', '二']);
  });

  test('says a picture behind its text', async () => {
    const { gateway, mocker, self } = await open();
    mocker.login(self);
    const file = { name: '排名.png', bytes: new Uint8Array([137, 80, 78, 71]) };
    await gateway.say(
      { kind: 'room', externalId: 'room@chatroom' },
      { text: '排名', mentions: [], key: '1', file },
    );
    const said = [...mocker.cacheMessagePayload.values()];
    expect(said.map(({ type, text }) => [type, text])).toEqual([
      [types.Message.Text, '排名'],
      [types.Message.Image, undefined],
    ]);
    const box = mocker.cacheFileBoxPayload.get(said[1]?.id ?? '');
    expect(box).toMatchObject({ name: '排名.png', base64: Buffer.from(file.bytes).toString('base64') });
  });

  test('refuses what it cannot deliver, so that it is tried again', async () => {
    const { gateway, mocker, self } = await open();
    const speech = { text: '你好', mentions: [], key: '1' };
    mocker.login(self);
    await expect(gateway.say({ kind: 'contact', externalId: 'nobody' }, speech)).rejects.toThrow();
    await expect(gateway.say({ kind: 'room', externalId: 'gone@chatroom' }, speech)).rejects.toThrow();
    await mocker.puppet.logout();
    await expect(gateway.say({ kind: 'contact', externalId: 'person' }, speech)).rejects.toThrow();
  });
});

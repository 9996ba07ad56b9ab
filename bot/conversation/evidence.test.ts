import { describe, expect, test } from 'vitest';
import { showAssignment } from '../../api/services/tasks/show-assignment.ts';
import { verifyQueue } from '../../api/services/tasks/verify-queue.ts';
import { PNG } from '../../api/testing/files.ts';
import { assignmentOf } from '../../api/testing/small-plan.ts';
import { openTestStore } from '../../api/testing/test-store.ts';
import { type World, world } from '../../api/testing/world.ts';
import { openChat } from '../testing/chat.ts';

const store = await openTestStore();

/** The names of what is attached to an assignment. */
async function attachedTo(w: World, code: string, period: string): Promise<string[]> {
  const { records } = await showAssignment(w.as('office'), await assignmentOf(w, { code, period }));
  return records.flatMap(({ evidence }) => evidence.map(({ name }) => name));
}

const DASHES = '⏎- - - - - - - - - - - - - - -⏎';
/** A picture like no other. */
const picture = (n: number) => ({ name: `照片${n}.png`, bytes: new Uint8Array([...PNG, n]) });

describe('evidence', () => {
  test('sent within ten minutes of a report, before or after, is attached to it and acknowledged once', async () => {
    const w = await world(store);
    const chat = await openChat(w, { picture: PNG });
    await chat.plays(`
      一村联络员：[照片]
      一村联络员：2.1-1 完成80%
      督办助手：@一村联络员 已记录｜2.1-1 建立电子台账 80%。发"撤销"可取消⏎已附到｜2.1-1 建立电子台账
    `);
    w.clock.advance(5);
    await chat.say('一村联络员', '', { file: { name: '现场.png', bytes: new Uint8Array([...PNG, 1]) } });
    await chat.say('一村联络员', '', { file: { name: '牌子.png', bytes: new Uint8Array([...PNG, 2]) } });
    w.clock.advance(6);
    await chat.say('一村联络员', '', { file: { name: '太晚.png', bytes: new Uint8Array([...PNG, 3]) } });
    expect(await attachedTo(w, '2.1-1', '2026')).toEqual(['照片.png', '现场.png', '牌子.png']);
    const acknowledged = [...chat.simulator.mocker.cacheMessagePayload.values()].filter(({ text }) =>
      text?.includes('已附到'),
    );
    expect(acknowledged).toHaveLength(2);
  });

  test('sent a second time is not attached again, and given for another task is said to have been', async () => {
    const w = await world(store);
    const chat = await openChat(w, { picture: PNG });
    await chat.plays(`
      一村联络员：2.1-1 完成80%
      督办助手：@一村联络员 已记录｜2.1-1 建立电子台账 80%。发"撤销"可取消
      一村联络员：[照片]
      督办助手：@一村联络员 已附到｜2.1-1 建立电子台账
      一村联络员：[照片]
      督办助手（私）：这个文件已经附过了，不用再发｜2.1-1 建立电子台账
    `);
    w.clock.advance(1);
    await chat.say('一村联络员', '2.1-3 已完成');
    w.clock.advance(1);
    const before = chat.simulator.mocker.cacheMessagePayload.size;
    await chat.say('一村联络员', '', { file: { name: '同一张.png', bytes: PNG } });
    const told = [...chat.simulator.mocker.cacheMessagePayload.values()].slice(before + 1);
    expect(told.map(({ text }) => text).sort()).toEqual([
      expect.stringContaining('已附到｜2.1-3'),
      '附上了。这个文件2.1-1也用过，请看看是不是发错了',
    ]);
    const { rows } = await verifyQueue(w.as('office'), {});
    expect(rows.flatMap(({ evidence }) => evidence.map(({ name, alsoOn }) => [name, alsoOn]))).toContainEqual(
      ['同一张.png', '2.1-1'],
    );
  });

  test('without a report is of no concern in a room, and asked about in private', async () => {
    const chat = await openChat(await world(store), { picture: PNG });
    await chat.plays(`
      一村联络员：[照片]
      一村联络员（私）：[照片]
      督办助手（私）：收到文件。请先报进度，再在10分钟内发证明材料，就会自动附到那一项
    `);
  });

  test('that is no picture and no document is refused in private', async () => {
    const chat = await openChat(await world(store));
    await chat.say('一村联络员', '2.1-1 80%');
    const before = chat.simulator.mocker.cacheMessagePayload.size;
    await chat.say('一村联络员', '', { file: { name: '程序.exe', bytes: new Uint8Array([77, 90, 0, 0]) } });
    const told = [...chat.simulator.mocker.cacheMessagePayload.values()].slice(before + 1);
    expect(told.map(({ text }) => text)).toEqual(['文件没有附上：只收图片、PDF、Word、Excel 和 MP4 视频']);
  });
});

describe('evidence by quoting', () => {
  test('a quote of one’s own report, or of the bot’s answer to it, takes pictures long after', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.say('一村联络员', '2.1-1 完成80%');
    w.clock.advance(60);
    await chat.say('一村联络员', '2.1-3 已完成');
    w.clock.advance(60);
    await chat.plays(`一村联络员：「一村联络员：2.1-1 完成80%」${DASHES}补上照片`);
    w.clock.advance(1);
    await chat.say('一村联络员', '', { file: picture(1) });
    await chat.say('一村联络员', '', { file: picture(2) });
    expect(await attachedTo(w, '2.1-1', '2026')).toEqual(['照片1.png', '照片2.png']);

    w.clock.advance(60);
    await chat.say('一村联络员', '', { file: picture(3) });
    w.clock.advance(1);
    await chat.plays(`
      一村联络员：「督办助手：@一村联络员 已记录｜2.1-3 动态更新台账（6月） 100%，待核验。发"撤销"可取消」${DASHES}这是更新的截图
      督办助手：@一村联络员 已附到｜2.1-3 动态更新台账
    `);
    expect(await attachedTo(w, '2.1-3', '2026-06')).toEqual(['照片3.png']);
  });

  test('a quote of one’s own earlier picture with a task’s code, or with a report, attaches it', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.say('一村联络员', '', { file: picture(1) });
    w.clock.advance(60);
    await chat.plays(`
      一村联络员：「一村联络员：[图片]」${DASHES}2.1-1
      督办助手：@一村联络员 已附到｜2.1-1 建立电子台账
    `);
    await chat.say('一村联络员', '', { file: picture(2) });
    w.clock.advance(60);
    await chat.plays(`
      一村联络员：「一村联络员：[图片]」${DASHES}2.1-3 已完成
      督办助手：@一村联络员 已记录｜2.1-3 动态更新台账（6月） 100%，待核验。发"撤销"可取消⏎已附到｜2.1-3 动态更新台账
    `);
    expect(await attachedTo(w, '2.1-1', '2026')).toEqual(['照片1.png']);
    expect(await attachedTo(w, '2.1-3', '2026-06')).toEqual(['照片2.png']);
  });

  test('a quote of what somebody else said or sent attaches nothing', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.say('一村联络员', '', { file: picture(1) });
    w.clock.advance(60);
    await chat.plays(`
      一村联络员：「二村联络员：[图片]」${DASHES}2.1-1
      一村联络员：「未保办小李：2.1-1 抓紧」${DASHES}好的
    `);
    await chat.say('一村联络员', '', { file: picture(2) });
    expect(await attachedTo(w, '2.1-1', '2026')).toEqual([]);
  });
});

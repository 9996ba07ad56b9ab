import { describe, expect, test } from 'vitest';
import { verifyAssignment } from '../api/services/progress/verify-assignment.ts';
import { showAssignment } from '../api/services/tasks/show-assignment.ts';
import { assignmentOf } from '../api/testing/small-plan.ts';
import { openTestStore } from '../api/testing/test-store.ts';
import { world } from '../api/testing/world.ts';
import { openChat } from './testing/chat.ts';
import { standing } from './testing/standing.ts';

const store = await openTestStore();

describe('a report', () => {
  test('is recorded and confirmed, with how to take it back; taken back, it stands no more', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.plays(`
      一村联络员：2.1-1 完成80%
      督办助手：@一村联络员 已记录｜2.1-1 建立电子台账 80%。发"撤销"可取消
      一村联络员：2.1-3 已完成
      督办助手：@一村联络员 已记录｜2.1-3 动态更新台账（6月） 100%，待核验。发"撤销"可取消
    `);
    expect(await standing(w, '2.1-1', '2026')).toMatchObject({ state: 'active', percent: 80 });
    expect(await standing(w, '2.1-3', '2026-06')).toMatchObject({ state: 'submitted', percent: 100 });

    await chat.plays(`
      一村联络员：发错了，撤销
      督办助手：@一村联络员 已撤销｜2.1-3 动态更新台账 100%
      一村联络员：撤销
      督办助手：@一村联络员 已撤销｜2.1-1 建立电子台账 80%
      一村联络员：撤销
      督办助手：@一村联络员 24小时内没有可以撤销的填报
    `);
    expect(await standing(w, '2.1-3', '2026-06')).toMatchObject({
      state: 'open',
      records: ['submitted', 'undone'],
    });
  });

  test('of several tasks is answered once and taken back as one', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.plays(`
      一村联络员：2.1-1 90%⏎2.1-3 已完成
      督办助手：@一村联络员 已记录｜共2项⏎2.1-1 建立电子台账 90%⏎2.1-3 动态更新台账（6月） 100%，待核验⏎发"撤销"可取消
      一村联络员：撤销
      督办助手：@一村联络员 已撤销｜2.1-1 建立电子台账 90%；2.1-3 动态更新台账 100%
    `);
    expect(await standing(w, '2.1-1', '2026')).toMatchObject({ state: 'open' });
  });

  test('that is in doubt is asked about, with numbered answers', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.say('一村联络员', '已完成', { private: true });
    const asked = [...chat.simulator.mocker.cacheMessagePayload.values()].at(-1)?.text ?? '';
    expect(asked).toMatch(/^请问是哪一项？（10分钟内回复数字）\n1\. /);
    const answers = asked.split('\n').slice(1);
    expect(answers.at(-1)).toMatch(/^\d\. 都不是$/);
    const wanted = answers.findIndex((line) => line.includes('2.1-1')) + 1;
    await chat.plays(`
      一村联络员（私）：9
      督办助手（私）：请回复 1 到 ${answers.length} 之间的数字
      一村联络员（私）：${wanted}
      督办助手（私）：已记录｜2.1-1 建立电子台账 100%，待核验。发"撤销"可取消
    `);
    expect(await standing(w, '2.1-1', '2026')).toMatchObject({ state: 'submitted' });
  });

  test('after its question has closed is not recorded', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.say('一村联络员', '已完成', { private: true });
    w.clock.advance(11);
    await chat.say('一村联络员', '1', { private: true });
    expect(await standing(w, '2.1-1', '2026')).toMatchObject({ records: [] });
  });

  test('of what is submitted already is refused with the reason', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.say('一村联络员', '2.1-1 已完成');
    await chat.plays(`
      一村联络员：2.1-1 90%
      督办助手：@一村联络员 未记录｜2.1-1 建立电子台账：已经报结，正在等待核验；要修改请先撤销上一条
    `);
  });

  test('said before midnight counts for the day it was said, though it came in after', async () => {
    const w = await world(store, { now: '2026-06-30T23:58:00+08:00' });
    const chat = await openChat(w);
    const sentAt = w.clock();
    w.clock.set('2026-07-01T07:30:00+08:00');
    await chat.plays('');
    await chat.deliver({ name: '一村联络员', text: '2.1-3 已完成', sentAt, externalId: 'late' });
    const id = await assignmentOf(w, { code: '2.1-3', period: '2026-06' });
    const { assignment } = await showAssignment(w.as('office'), id);
    expect(assignment.submittedAt).toEqual(sentAt);
  });
});

describe('a report that adds nothing', () => {
  test('seen twice counts once, and is answered once', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    const message = { name: '一村联络员', text: '2.1-1 80%', sentAt: w.clock(), externalId: 'twice' };
    await chat.deliver(message);
    await chat.deliver(message);
    expect(await standing(w, '2.1-1', '2026')).toMatchObject({ records: ['reported'] });
    const said = [...chat.simulator.mocker.cacheMessagePayload.values()].map(({ text }) => text);
    expect(said).toEqual(['2.1-1 80%', '@一村联络员 已记录｜2.1-1 建立电子台账 80%。发"撤销"可取消']);
  });

  test('of a task that is closed is answered so; a code in chatter is not', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.say('一村联络员', '2.1-1 已完成');
    const id = await assignmentOf(w, { code: '2.1-1', period: '2026' });
    const { version } = (await showAssignment(w.as('office'), id)).assignment;
    await verifyAssignment(w.as('office'), { assignmentId: id, version, decision: 'verify' });
    await chat.plays(`
      一村联络员：２．１－１全部完成
      督办助手：@一村联络员 未记录｜2.1-1 建立电子台账：这项任务已经办结
      一村联络员：请各村注意2.1-1这项的要求，明天开会讲
      一村联络员：2.1-3 走访了5户，2.1-1已完成
      督办助手：@一村联络员 已记录｜2.1-3 动态更新台账（6月） 已完成5户。发"撤销"可取消⏎未记录｜2.1-1 建立电子台账：这项任务已经办结
    `);
  });

  test('of a code that the unit has no task of is answered so; a day that looks like one is not', async () => {
    const chat = await openChat(await world(store));
    await chat.plays(`
      一村联络员：2.1-9已完成
      督办助手：@一村联络员 未记录｜2.1-9：本单位没有这项任务，请核对编号
      一村联络员：6.28-30三天的培训已完成
    `);
  });

  test('of several tasks, one closed: its words are not its neighbour’s', async () => {
    const chat = await openChat(await world(store));
    await chat.plays(`
      一村联络员：2.1-1 80%，2.1-9已完成
      督办助手：@一村联络员 已记录｜2.1-1 建立电子台账 80%。发"撤销"可取消⏎未记录｜2.1-9：本单位没有这项任务，请核对编号
    `);
  });
});

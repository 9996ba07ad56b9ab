import { describe, expect, test } from 'vitest';
import { BUILTIN_SCHEME } from '../../api/domain/score/builtin.ts';
import { publishScheme } from '../../api/services/ranking/publish-scheme.ts';
import { decideWording, setWordings } from '../../api/services/wordings/edit-wordings.ts';
import { listWordings } from '../../api/services/wordings/list-wordings.ts';
import { openTestStore } from '../../api/testing/test-store.ts';
import { world } from '../../api/testing/world.ts';
import type { Day } from '../../db/vocabulary.ts';
import { openChat } from '../testing/chat.ts';
import { orderIn } from '../understand/orders.ts';
import { help } from './query-replies.ts';

const store = await openTestStore();

describe('the office orders by chat', () => {
  test('a submission is verified, or sent back with a reason that its room hears', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.plays(`
      一村联络员：2.1-1 已完成
      督办助手：@一村联络员 已记录｜2.1-1 建立电子台账 100%，待核验。发"撤销"可取消
      未保办小李（私）：通过 示例一村 2.1-1
      督办助手（私）：已核验｜示例一村 2.1-1 建立电子台账
      未保办小李（私）：通过 2.1-1
      督办助手（私）：没有办成：2.1-1 没有等待处理的报结或申请
      一村联络员：2.1-3 已完成
      督办助手：@一村联络员 已记录｜2.1-3 动态更新台账（6月） 100%，待核验。发"撤销"可取消
    `);
    // A room hears one message in three seconds.
    w.clock.advance(1);
    await chat.plays(`
      未保办小李（私）：退回 示例一村 2.1-3
      督办助手（私）：请写明退回原因，例如：退回 示例一村 2.1-3 照片看不清
      未保办小李（私）：示例一村2.1-3退回，缺签字
      督办助手：@一村联络员 退回｜2.1-3 动态更新台账（6月）：缺签字。请补充后重新报结。
      督办助手（私）：已退回｜示例一村 2.1-3 动态更新台账（6月）：缺签字。已告知该单位的工作群
    `);
  });

  test('in the unit’s own group it is not said that the group was told: it hears', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.say('一村联络员', '2.1-1 已完成');
    w.clock.advance(1);
    await chat.say('未保办小李', '退回 示例一村 2.1-1 缺签字');
    const said = [...chat.simulator.mocker.cacheMessagePayload.values()].map(({ text }) => text);
    expect(said).toContain('@未保办小李 已退回｜示例一村 2.1-1 建立电子台账：缺签字');
  });

  test('where several units wait for it, it asks for the unit', async () => {
    const chat = await openChat(await world(store));
    await chat.say('一村联络员', '2.1-1 已完成', { private: true });
    await chat.say('二村联络员', '2.1-1 已完成', { private: true });
    await chat.plays(`
      未保办小李（私）：通过 2.1-1
      督办助手（私）：没有办成：2.1-1 有2个单位在等：示例一村、示例二村。请写明单位，例如：通过 示例一村 2.1-1
      街道领导（私）：通过 示例一村 2.1-1
      督办助手（私）：没有办成：没有权限做这件事
    `);
  });

  test('more time is granted or refused, and the answer comes back to the room', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.plays(`
      一村联络员：2.1-1申请延期到7月10日，设备还没到
      督办助手：@一村联络员 已提交延期申请｜2.1-1 建立电子台账 延至7月10日，等未保办答复。发"撤销"可取消
    `);
    w.clock.advance(1);
    await chat.plays(`
      未保办小李（私）：同意示例一村2.1-1延期到7月8日
      督办助手：@一村联络员 同意延期｜2.1-1 建立电子台账（全年）延至7月8日。
      督办助手（私）：已同意延期｜示例一村 2.1-1 建立电子台账 延至7月8日。已告知该单位的工作群
    `);
  });

  test('a task is given to one more unit, once, from today on', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.plays(`
      未保办小李（私）：交办 司法所 2.1-3
      督办助手（私）：已交办｜司法所 2.1-3 动态更新台账，7月31日到期。该单位还没有绑定工作群，请另行告知
      未保办小李（私）：把2.1-3交办给司法所
      督办助手（私）：没有办成：司法所已经承办这项任务
      司法所联络员（私）：2.1-3 已完成
      督办助手（私）：已记录｜2.1-3 动态更新台账 100%，待核验。发"撤销"可取消
    `);
  });

  test('who is furthest behind is told to a leader, and of any unit its score', async () => {
    const chat = await openChat(await world(store));
    await chat.say('街道领导', '谁逾期最多', { private: true });
    const told = [...chat.simulator.mocker.cacheMessagePayload.values()].at(-1)?.text ?? '';
    expect(told).toMatch(/^有逾期的单位\d个，最多的：\n1\. 示例[一二]村 \d+项/);
    await chat.plays(`
      一村联络员：谁逾期最多
      未保办小李：谁逾期最多
    `);
  });
});

describe('a unit is asked about by its name', () => {
  const LAST = (chat: Awaited<ReturnType<typeof openChat>>) =>
    [...chat.simulator.mocker.cacheMessagePayload.values()].at(-1)?.text ?? '';

  test('in a group too, by those who may see it; talk about it is left alone', async () => {
    const w = await world(store);
    await publishScheme(w.system, BUILTIN_SCHEME);
    const chat = await openChat(w);
    for (const [asked, told] of [
      ['示例一村 任务', /示例一村在办\d+项/],
      ['示例一村 我的任务', /示例一村在办\d+项/],
      ['示例一村 逾期', /示例一村逾期\d+项/],
      ['示例一村 得分', /示例一村/],
    ] as const) {
      await chat.say('未保办小李', asked);
      expect(LAST(chat)).toMatch(told);
      expect(LAST(chat)).not.toBe(asked);
    }
    await chat.plays(`
      未保办小李：示例一村逾期的几项请抓紧办
      一村联络员：示例二村 任务
    `);
  });

  test('a leader is told a unit’s tasks, and given no links to act on them', async () => {
    const chat = await openChat(await world(store), { linkTo: true });
    await chat.say('街道领导', '示例一村 任务', { private: true });
    expect(LAST(chat)).toMatch(/^示例一村在办\d+项/);
  });

  test('either ranking is shown to who asks for it by name', async () => {
    const w = await world(store);
    await publishScheme(w.system, BUILTIN_SCHEME);
    const chat = await openChat(w);
    await chat.say('街道领导', '村排名', { private: true });
    expect(LAST(chat)).toMatch(/^村\S*排名（截至/);
    await chat.say('街道领导', '部门排名', { private: true });
    expect(LAST(chat)).toMatch(/^部门\S*排名（截至/);
    await chat.say('未保办小李', '村排名');
    expect(LAST(chat)).not.toBe('村排名');
  });
});

describe('help', () => {
  test('shows the office orders as they are taken', () => {
    const orders = help('office')
      .split('\n')
      .filter((line) => /^(?:核验|退回|延期|交办)：/.test(line))
      .flatMap((line) => line.replace(/^.*?：/, '').split(' / '));
    expect(orders.map((order) => orderIn(order, ['示例一村'], '2026-06-25' as Day))).toMatchObject([
      { order: 'verify', codes: ['2.1-3'] },
      { order: 'return', code: '2.1-3', reason: '照片看不清' },
      { order: 'grant', code: '2.1-3' },
      { order: 'refuse', code: '2.1-3', reason: '来得及' },
      { order: 'assign', code: '3.2-1' },
    ]);
  });

  test('what is not understood is met with examples that the speaker may use', async () => {
    const chat = await openChat(await world(store));
    await chat.plays(`
      街道领导（私）：今天天气不错
      督办助手（私）：没看明白。可以这样发：⏎逾期⏎村排名⏎帮助
      一村联络员（私）：2.1-1
      督办助手（私）：◆2.1-1 建立电子台账｜逾期1个工作日
    `);
  });
});

describe('an answer in words', () => {
  test('is taken as well as a number; what the task was called is offered to the office, and heard once accepted', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.say('一村联络员', '花名册完成80%', { private: true });
    await chat.plays(`
      一村联络员（私）：电子台账那个
      督办助手（私）：已记录｜2.1-1 建立电子台账 80%。发"撤销"可取消
    `);
    const office = w.as('office');
    const task = (await listWordings(office)).tasks.find(({ code }) => code === '2.1-1');
    expect(task?.offered).toMatchObject([{ wording: '花名册', times: 1 }]);
    if (task === undefined) throw new Error('the task is gone');
    await chat.plays('一村联络员：花名册完成90%');
    await decideWording(office, { taskId: task.id, wording: '花名册', accepted: true });
    await chat.plays(`
      一村联络员：花名册完成90%
      督办助手：@一村联络员 已记录｜2.1-1 建立电子台账 90%。发"撤销"可取消
    `);
    await setWordings(office, task.id, [' 摸底  表 ', '摸底 表']);
    expect((await listWordings(office)).tasks.find(({ id }) => id === task.id)).toMatchObject({
      synonyms: ['摸底 表'],
      offered: [],
    });
  });
});

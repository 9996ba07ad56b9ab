import { and, eq } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { BUILTIN_SCHEME } from '../api/domain/score/builtin.ts';
import { makePersonCode, makeRoomCode } from '../api/services/chat/make-binding-code.ts';
import { publishScheme } from '../api/services/ranking/publish-scheme.ts';
import { assignmentOf } from '../api/testing/small-plan.ts';
import { openTestStore } from '../api/testing/test-store.ts';
import { world } from '../api/testing/world.ts';
import { assignments, reminders } from '../db/schema/assignments.ts';
import { inbox } from '../db/schema/chat.ts';
import { openChat } from './testing/chat.ts';
import { standing } from './testing/standing.ts';

const store = await openTestStore();

describe('who speaks', () => {
  test('a stranger’s report is kept, answered in private, and offered for recording once bound', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.plays(`
      新来的人：2.1-3 已完成
      督办助手（私）：还不知道您是谁，刚才的消息先替您留着。请登录网页，在右上角“绑定微信”取6位绑定码，再发给我：绑定 123456
      新来的人：2.1-1 70%
      新来的人：各位早上好
    `);
    const { code } = await makePersonCode(w.as('liaison', 'village'));
    await chat.plays(`
      新来的人（私）：绑定 ${code}
      督办助手（私）：绑定成功：liaison1（示例一村）。以后直接发消息就能填报，发"帮助"看用法⏎绑定前您发过这些，要记录吗？（10分钟内回复数字）⏎1. 都记录：2.1-3 动态更新台账（6月） 100%；2.1-1 建立电子台账 70%⏎2. 都不记录
      新来的人（私）：1
      督办助手（私）：已记录｜共2项⏎2.1-3 动态更新台账（6月） 100%，待核验⏎2.1-1 建立电子台账 70%⏎发"撤销"可取消
    `);
    expect(await standing(w, '2.1-3', '2026-06')).toMatchObject({ state: 'submitted' });
  });

  test('a code binds once, not after ten minutes, and cannot be guessed', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    const { code } = await makePersonCode(w.as('liaison', 'village'));
    const wrong = code === '000000' ? '000001' : '000000';
    const refusal = '督办助手（私）：没有办成：绑定码不对或已过期，请在网页上重新生成（10分钟内有效）';
    w.clock.advance(11);
    await chat.plays(`
      新来的人（私）：绑定 ${code}
      ${refusal}
    `);
    for (let guess = 0; guess < 4; guess++) await chat.say('新来的人', `绑定 ${wrong}`, { private: true });
    const fresh = await makePersonCode(w.as('liaison', 'village'));
    await chat.plays(`
      新来的人（私）：绑定 ${fresh.code}
      督办助手（私）：没有办成：绑定码试错太多，请10分钟后再试
    `);
  });

  test('a room speaks for a unit once it is bound by the office’s code', async () => {
    const w = await world(store);
    const chat = await openChat(w, { bound: false });
    const { code } = await makeRoomCode(w.as('office'), [w.unit.village, w.unit.otherVillage]);
    await chat.plays(`
      未保办小李（私）：绑定本群 ${code}
      督办助手（私）：没有办成：这是绑定工作群的码，请在要绑定的群里发送
      未保办小李：绑定本群 ${code}
      督办助手：@未保办小李 本群已绑定：示例一村、示例二村。联络员在群里发"2.1-3 已完成"这样的消息即可填报
    `);
    const [room] = await chat.simulator.window.rooms();
    expect(room?.members).toContain(chat.contact('二村联络员'));
    expect(room?.members).not.toContain(chat.contact('司法所联络员'));
    expect(room?.members).toContain(chat.contact('街道领导'));
    const alone = await makeRoomCode(w.as('office'), [w.unit.village]);
    await chat.say('未保办小李', `绑定本群 ${alone.code}`);
    const [village] = await chat.simulator.window.rooms();
    expect(village?.members).not.toContain(chat.contact('街道领导'));
  });

  test('the office reports for any unit that it names; a liaison only for the own', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.plays(`
      未保办小李：示例一村 2.1-3 已完成
      督办助手：@未保办小李 已记录｜示例一村 2.1-3 动态更新台账（6月） 100%，待核验。发"撤销"可取消
      一村联络员：示例二村 2.1-3 已完成
      一村联络员（私）：示例二村 2.1-3 已完成
      督办助手（私）：只能填报和查询本单位的任务
    `);
    expect(await standing(w, '2.1-3', '2026-06')).toMatchObject({ state: 'submitted' });
  });

  test('the office reports for several units in one message, a line for each', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.plays(`
      未保办小李（私）：示例一村 2.1-1 80%⏎示例二村 2.1-1 90%
      督办助手（私）：已记录｜示例一村 2.1-1 建立电子台账 80%。发"撤销"可取消⏎已记录｜示例二村 2.1-1 建立电子台账 90%。发"撤销"可取消
    `);
  });

  test('a leader asks, and does not report', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.plays(`
      街道领导（私）：示例一村 2.1-1 已完成
      督办助手（私）：您的角色不填报进度，由单位联络员填报；可以发"排名"或"逾期"查询
    `);
    await chat.say('街道领导', '示例一村 逾期的有哪些', { private: true });
    const told = [...chat.simulator.mocker.cacheMessagePayload.values()].at(-1)?.text ?? '';
    expect(told).toMatch(/^示例一村逾期\d+项\n◆2\.4-3 /);
  });
});

describe('what is said besides', () => {
  test('personal data is masked before it is stored, and the sender is told in private', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.plays(`
      一村联络员：家长电话13800000000，2.1-1 完成80%
      督办助手：@一村联络员 已记录｜2.1-1 建立电子台账 80%。发"撤销"可取消
      督办助手（私）：您刚才的消息里有身份证号、手机号或银行卡号，保存前已经隐去。请撤回原消息，不要在聊天里发个人信息
    `);
    const [stored] = await w.store.db.select().from(inbox).where(eq(inbox.domainId, w.domainId));
    expect(stored).toMatchObject({ text: '家长电话【手机号已隐去】，2.1-1 完成80%', masked: 1 });
  });

  test('a message of 100 KB is stored cut, answered clearly, and nothing of it is recorded', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.say('一村联络员', `2.1-3 已完成${'，附说明'.repeat(30_000)}`);
    const [stored] = await w.store.db.select().from(inbox).where(eq(inbox.domainId, w.domainId));
    expect(stored).toMatchObject({ state: 'handled' });
    expect(stored?.text).toHaveLength(19_999);
    expect(stored?.text).toMatch(/（消息过长，此处以下未保存）$/);
    expect([...chat.simulator.mocker.cacheMessagePayload.values()].at(-1)?.text).toBe(
      '您刚才的消息超过2万字，没有登记。请分条简短填报，长材料请以文件发送',
    );
    expect(await standing(w, '2.1-3', '2026-06')).toMatchObject({ records: [] });
  });

  test('收到 silences the reminders it answers, and is not answered', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    const assignmentId = await assignmentOf(w, { code: '2.1-1', period: '2026' });
    const [{ dueOn } = { dueOn: null }] = await w.store.db
      .select({ dueOn: assignments.dueOn })
      .from(assignments)
      .where(and(eq(assignments.domainId, w.domainId), eq(assignments.id, assignmentId)));
    if (dueOn === null) throw new Error('the assignment has no due day');
    const key = { domainId: w.domainId, assignmentId, dueOn, step: 'overdue-1', stage: 'overdue' as const };
    await w.store.db.insert(reminders).values({ ...key, sentAt: w.clock() });
    await chat.plays('一村联络员：收到');
    const [row] = await w.store.db.select().from(reminders).where(eq(reminders.domainId, w.domainId));
    expect(row?.acknowledgedAt).toEqual(w.clock());
  });

  test('thanks are not met with a lesson, and a greeting with a short word', async () => {
    const chat = await openChat(await world(store));
    await chat.plays(`
      一村联络员（私）：谢谢[玫瑰]
      一村联络员：@督办助手 辛苦了！
      一村联络员：你好
      一村联络员（私）：您好，在吗？
      督办助手（私）：在的。发"帮助"看我能做什么
    `);
  });

  test('a wish for more time that says nothing else is asked what for', async () => {
    const chat = await openChat(await world(store));
    await chat.plays(`
      一村联络员：申请延期
      督办助手：@一村联络员 请写明哪一项、延到哪天，例如：2.1-3 申请延期到7月15日，因为……
      一村联络员：会议延期
    `);
  });

  test('a request for more time that is taken back is called by its name', async () => {
    const chat = await openChat(await world(store));
    await chat.plays(`
      一村联络员：2.1-1申请延期到7月10日，设备还没到
      督办助手：@一村联络员 已提交延期申请｜2.1-1 建立电子台账 延至7月10日，等未保办答复。发"撤销"可取消
      一村联络员：撤销
      督办助手：@一村联络员 已撤销｜2.1-1 建立电子台账 延期申请
    `);
  });

  test('an extension is asked for, and what is missing is asked', async () => {
    const w = await world(store);
    const chat = await openChat(w);
    await chat.plays(`
      一村联络员：2.1-1申请延期到7月10日，设备还没到
      督办助手：@一村联络员 已提交延期申请｜2.1-1 建立电子台账 延至7月10日，等未保办答复。发"撤销"可取消
    `);
    expect(await standing(w, '2.1-1', '2026')).toMatchObject({ records: ['extensionAsked'] });
  });

  test('chatter is left alone; what is not to be recorded yet is said so honestly', async () => {
    const chat = await openChat(await world(store));
    await chat.plays(`
      一村联络员：辛苦大家了[强][强]
      一村联络员：请各村明天上午9:30到街道2.1楼会议室开会
      一村联络员：C-0132 今天走访了，情况正常
      督办助手（私）：这条走访没有登记：聊天登记走访还未开通，请先按原来的办法记录。请不要在聊天里写孩子的姓名
      一村联络员（私）：线索上报：5组有个娃疑似被打
      督办助手（私）：这条线索没有登记，也没有转出：聊天上报线索还未开通。请立即按原渠道报告未保办；有紧急危险先打110
    `);
  });

  test('the ranking is a picture with one line and a link in a group, a list in private', async () => {
    const w = await world(store);
    await publishScheme(w.system, BUILTIN_SCHEME);
    const chat = await openChat(w, { linkTo: true });
    await chat.say('一村联络员', '@督办助手 排名');
    const { cacheMessagePayload, cacheFileBoxPayload } = chat.simulator.mocker;
    const [line, picture] = [...cacheMessagePayload.values()].slice(-2);
    expect(line?.text).toMatch(
      /^@一村联络员 \S+排名（截至.+）.*\nhttp:\/\/localhost\/ranking\?group=village$/,
    );
    expect(cacheFileBoxPayload.get(picture?.id ?? '')).toMatchObject({
      name: expect.stringMatching(/^\S+排名\d{4}-\d\d-\d\d\.png$/),
      base64: expect.stringMatching(/^iVBORw0KGgo/),
    });
    await chat.say('一村联络员', '排名', { private: true });
    expect([...cacheMessagePayload.values()].at(-1)?.text).toMatch(/^\S+排名（截至.+）\n\S/);
  });

  test('a question is answered; the links to act are the asker’s alone', async () => {
    const w = await world(store);
    const chat = await openChat(w, { linkTo: true });
    await chat.say('一村联络员', '@督办助手 我们村还有哪些没做');
    const said = [...chat.simulator.mocker.cacheMessagePayload.values()].slice(-2);
    expect(said.map(({ roomId }) => roomId === undefined)).toEqual([false, true]);
    expect(said[0]?.text).toMatch(/^@一村联络员 示例一村在办\d+项，逾期\d+项\n◆/);
    expect(said[0]?.text).not.toContain('http');
    expect(said[1]?.text).toMatch(/^办理链接（仅限您本人使用，7天有效）：\n\S+ http/);
    await chat.plays(`
      司法所联络员（私）：3.3-1什么时候到期？
      督办助手（私）：◆3.3-1 组建工作专班｜逾期1个工作日
    `);
  });
});

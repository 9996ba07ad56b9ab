import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REMINDER_STAGES } from '../../../db/vocabulary.ts';
import { day } from './day.ts';
import { byUrgency, type ReminderLine, reminderWriter, type Said, shortTitle } from './reminder-message.ts';
import type { ReminderStep } from './reminder-stage.ts';

const step = (more: Partial<ReminderStep>): ReminderStep => ({
  step: 'overdue+1',
  stage: 'overdue',
  workingDaysLate: 1,
  workingDaysLeft: 0,
  nth: 1,
  mentions: ['liaison'],
  places: ['room'],
  draftsOrder: false,
  ...more,
});
const line = (more: Partial<Said>): ReminderLine => ({
  unit: '示例一村',
  said: {
    light: 'red',
    code: '2.1-3',
    title: '动态更新台账',
    dueOn: day('2026-06-30'),
    step: step({}),
    ...more,
  },
});
const today = day('2026-07-03');
const link = 'http://127.0.0.1:3000/m/示例';
const compose = (lines: readonly ReminderLine[], severalUnits = false): string =>
  reminderWriter(today)({ link, severalUnits, lines });

test('a room reads what is most urgent first, how late it is and which time it is said', () => {
  const text = compose([
    line({
      light: 'green',
      code: '3.2-3',
      dueOn: day('2026-07-14'),
      title: '开展法治实训和家长课堂',
      step: step({ stage: 'soon', workingDaysLate: 0, workingDaysLeft: 7 }),
    }),
    line({
      light: 'yellow',
      code: '1.2-3',
      dueOn: today,
      title: '例会前报送工作进度',
      step: step({ stage: 'today', workingDaysLate: 0, nth: 4 }),
    }),
    line({ step: step({ stage: 'escalated', workingDaysLate: 3, nth: 2 }) }),
    line({
      code: '1.3-2',
      dueOn: day('2026-06-24'),
      title: '细化本单位年度任务和进度安排',
      step: step({ stage: 'order', workingDaysLate: 7, nth: 3, draftsOrder: true }),
    }),
    line({ code: '2.4-3', dueOn: day('2026-07-02'), title: '橙色等级每周走访' }),
  ]);
  expect(text).toBe(
    `【督办提醒】7月3日(周五) 5项任务请抓紧办理，其中3项逾期：
◆逾期 1.3-2 细化本单位年度任务和进度安排｜6月24日到期，逾期7个工作日｜第3次催办，拟发督办单
◆逾期 2.1-3 动态更新台账｜6月30日到期，逾期3个工作日｜第2次催办，转督办
◆逾期 2.4-3 橙色等级每周走访｜7月2日到期，逾期1个工作日｜第1次催办
▲临期 1.2-3 例会前报送工作进度｜今天到期｜第4次提醒
●正常 3.2-3 开展法治实训和家长课堂｜7月14日到期，还有7个工作日｜第1次提醒
办理：http://127.0.0.1:3000/m/示例
回复“收到”，这一阶段不再提醒。`,
  );
});

test('a room of several units reads whose each task is', () => {
  const text = compose([line({})], true);
  expect(text).toContain('◆逾期 示例一村 2.1-3 动态更新台账｜');
});

test('what is said of several units at once names each of them where a room hears of both, and none where it does not', () => {
  const { said } = line({});
  const write = reminderWriter(today);
  const lines = ['示例一村', '示例二村'].map((unit) => ({ unit, said }));
  const shown = (severalUnits: boolean): string[] =>
    write({ link, severalUnits, lines })
      .split('\n')
      .flatMap((row) => /^◆逾期 (.*)动态更新台账｜/.exec(row)?.slice(1) ?? []);
  expect(shown(true)).toEqual(['示例一村 2.1-3 ', '示例二村 2.1-3 ']);
  expect(shown(false)).toEqual(['2.1-3 ', '2.1-3 ']);
});

test('a supervision order that was drafted before is under way', () => {
  const again = line({ step: step({ stage: 'order', nth: 4 }) });
  expect(compose([again])).toContain('第4次催办，督办中');
});

describe('any lines', () => {
  const anyLine = fc
    .record({
      stage: fc.constantFrom(...REMINDER_STAGES),
      workingDaysLate: fc.integer({ min: 0, max: 30 }),
      code: fc.constantFrom('1.2-3', '1.10-1', '2.1-3', '5.1-2'),
      date: fc.integer({ min: 1, max: 30 }),
    })
    .map(({ stage, workingDaysLate, code, date }) =>
      line({
        code,
        dueOn: day(`2026-06-${String(date).padStart(2, '0')}`),
        step: step({ stage, workingDaysLate }),
      }),
    );
  const anyLines = fc.array(anyLine, { minLength: 1, maxLength: 40 });

  test('at most 12 are written out, and the rest is counted', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const text = compose(lines).split('\n');
        const shown = text.filter((row) => row.includes('｜')).length;
        const more = text.flatMap((row) => /^另有 (\d+) 项$/.exec(row)?.slice(1).map(Number) ?? []);
        expect(shown).toBe(Math.min(lines.length, 12));
        expect(more).toEqual(lines.length > 12 ? [lines.length - 12] : []);
      }),
    );
  });

  test('the order they come in does not matter', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        const turned = [...lines].reverse();
        expect(compose(turned)).toBe(compose(lines));
      }),
    );
  });

  test('codes count as numbers: 1.2 before 1.10', () => {
    const said = [line({ code: '1.10-1' }), line({ code: '1.2-3' })].map((each) => each.said);
    expect(said.sort(byUrgency).map(({ code }) => code)).toEqual(['1.2-3', '1.10-1']);
  });
});

test('a long title is cut to what a phone shows', () => {
  expect(shortTitle('细化本单位年度任务和进度安排')).toBe('细化本单位年度任务和进度安排');
  const cut = shortTitle('在五类重点场所建立监测哨点并配备管理员');
  expect(cut).toBe('在五类重点场所建立监测哨点并配…');
  expect([...cut]).toHaveLength(16);
});

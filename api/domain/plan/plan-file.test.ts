import { describe, expect, test } from 'vitest';
import builtin from '../../../db/builtin/plan.json';
import { readPlanJson } from './plan-file.ts';

const task = { code: '1.1-1', title: '成立机构', units: ['公共服务办'], measure: 'milestone', due: '06-30' };
const planWith = (...tasks: object[]) => ({
  title: '方案',
  year: 2026,
  items: [{ code: '1.1', section: '四(一)1', title: '事项', lead: [], support: [], tasks }],
});
const faultsOf = (json: unknown) => {
  const reading = readPlanJson(json);
  return reading.ok ? [] : reading.faults;
};

describe('a plan file', () => {
  test('the built-in one is read whole', () => {
    const reading = readPlanJson(builtin);
    expect(reading.ok && reading.plan.items.flatMap((item) => item.tasks).length).toBe(65);
  });

  test('phases, departments and sections may be left out', () => {
    const reading = readPlanJson(planWith(task));
    expect(reading).toMatchObject({ ok: true, plan: { phases: [], departments: [], sections: [] } });
  });

  test.each([
    [null, '', '应为一份责任清单（JSON 对象）'],
    [{ ...planWith(task), year: '2026' }, 'year', '应为年份'],
    [
      { ...planWith(), phases: [{ name: '一', from: '02-30', to: '+1 12-31' }] },
      'phases[0].from',
      '应为“月-日”，如 06-30；次年写作 +1 06-30',
    ],
    [planWith({ ...task, due: '13-01' }), 'items[0].tasks[0].due', '应为“月-日”，如 06-30'],
    [planWith({ ...task, due: undefined }), 'items[0].tasks[0]', '期限、周期应写且只写一个'],
    [planWith({ ...task, every: { months: 1 } }), 'items[0].tasks[0]', '期限、周期应写且只写一个'],
    [
      planWith({ ...task, measure: 'sum' }),
      'items[0].tasks[0].measure',
      '应为 milestone、count、percent 之一',
    ],
    [planWith({ ...task, measure: 'count' }), 'items[0].tasks[0]', '按次数、百分比计的任务应写目标值'],
    [planWith({ ...task, units: [] }), 'items[0].tasks[0].units', '至少写一个承办单位'],
    [planWith(task, task), 'items[0].tasks[1].code', '编号 1.1-1 重复'],
  ])('says where the fault is: %#', (json, path, message) => {
    expect(faultsOf(json)).toContainEqual({ path, message });
  });
});

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPlanFile } from './plan-file.ts';

const builtin: unknown = JSON.parse(
  readFileSync(new URL('../../../db/builtin/plan.json', import.meta.url), 'utf8'),
);

test('the built-in responsibility list has the 25 items of the plan', () => {
  const read = readPlanFile(builtin);
  expect(read.ok && read.plan.items.length).toBe(25);
  expect(read.ok && read.plan.items.flatMap((item) => item.tasks).length).toBeGreaterThan(60);
});

test('each fault is named with its place', () => {
  const task = { code: '1.1-1', title: '建台账', units: ['@villages'], measure: 'milestone', due: '06-31x' };
  const item = { code: '1.1', section: '一(一)', title: '台账', lead: [], support: [], tasks: [task, task] };
  expect(readPlanFile({ title: '方案', year: 2026, items: [item] })).toEqual({
    ok: false,
    faults: ['items[0].tasks[0].due: 日期写作 06-30', 'items[0].tasks[1].due: 日期写作 06-30'],
  });
  expect(readPlanFile({ title: '方案', year: '2026', items: [] })).toMatchObject({
    ok: false,
    faults: [expect.stringContaining('year: '), 'items: 至少要有一个责任事项'],
  });
});

test('a code used twice is a fault', () => {
  const task = { code: '1.1-1', title: '建台账', units: ['@villages'], measure: 'milestone', due: '06-30' };
  const item = { code: '1.1', section: '一(一)', title: '台账', lead: [], support: [], tasks: [task, task] };
  expect(readPlanFile({ title: '方案', year: 2026, items: [item] })).toEqual({
    ok: false,
    faults: ['items[0].tasks[1].code: 编号“1.1-1”重复'],
  });
});

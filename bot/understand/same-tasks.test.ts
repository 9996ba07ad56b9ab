import { expect, test } from 'vitest';
import { day } from '../../api/domain/time/day.ts';
import type { OpenTask } from './intent.ts';
import { sameTasks } from './same-tasks.ts';

const task = (more: Partial<OpenTask> = {}): OpenTask => ({
  code: '2.1-3',
  title: '动态更新台账',
  measure: 'percent',
  dueOn: day('2026-06-30'),
  synonyms: ['台账 更新'],
  ...more,
});

test('a list that says the same is the same list, whatever else its rows carry', () => {
  const first = sameTasks([task(), task({ code: '2.1-4' })]);
  const again = [{ ...task(), percent: 60 }, task({ code: '2.1-4', unitOfMeasure: null })];
  expect(sameTasks(again)).toBe(first);
});

test('a list in which anything that is listened for has changed is another', () => {
  const before = sameTasks([task()]);
  for (const more of [
    { title: '更新台账' },
    { synonyms: ['台账 更新', '花名册'] },
    { dueOn: day('2026-07-15') },
    { unitOfMeasure: '户' },
    { measure: 'count' as const },
  ]) {
    const after = sameTasks([task(more)]);
    expect(after).not.toBe(before);
    expect(after).toMatchObject([more]);
  }
});

test('the lists used last are kept, the others given up', () => {
  const used = sameTasks([task({ title: '常用' })]);
  const idle = sameTasks([task({ title: '少用' })]);
  for (let n = 0; n < 11; n++) {
    sameTasks([task({ title: `任务${n}` })]);
    sameTasks([task({ title: '常用' })]);
  }
  expect(sameTasks([task({ title: '常用' })])).toBe(used);
  expect(sameTasks([task({ title: '少用' })])).not.toBe(idle);
});

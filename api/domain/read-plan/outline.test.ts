import { expect, test } from 'vitest';
import { readPlan } from './read-plan.ts';

const numbers = (...lines: string[]) =>
  readPlan(lines.map((text) => ({ kind: 'paragraph', text }))).sections.map(({ number }) => number);

test('an outline whose line breaks are lost has the same sections', () => {
  const lines = [
    '1 工作目标',
    '1.1 建成队伍。',
    '2 主要任务',
    '2.1 排查。',
    '2.1.1 查房屋。',
    '2.1.2 查道路。',
  ];
  const sections = ['1', '1.1', '2', '2.1', '2.1.1', '2.1.2'];
  expect(numbers('示例镇排查工作方案', ...lines)).toEqual(sections);
  expect(numbers(`示例镇排查工作方案 ${lines.join('')}`)).toEqual(sections);
});

test('inside chapters that are numbered otherwise the outline stands below them', () => {
  expect(
    numbers('一、主要任务', '1.1 排查隐患。', '1.2 整改隐患。', '二、保障措施', '2.1 落实经费。'),
  ).toEqual(['一', '一1.1', '一1.2', '二', '二2.1']);
  expect(numbers('一、主要任务', '1.排查', '1.1查房屋。', '1.2查道路。', '2.整改', '2.1改房屋。')).toEqual([
    '一',
    '一1',
    '一1.1',
    '一1.2',
    '一2',
    '一2.1',
  ]);
});

test('figures are no outline: 1.5万元, 2.5倍, a day', () => {
  expect(
    numbers('一、任务', '1.2026年6月底前投入1.5万元。', '2.增长2.5倍。', '3.15消费者权益日宣传。'),
  ).toEqual(['一', '一1', '一2']);
  expect(numbers('一、任务', '1.整治小区。', '2.1万平方米绿地。', '2.2万平方米车位。')).toEqual([
    '一',
    '一1',
  ]);
});

test('articles without chapters, and articles whose line breaks are lost', () => {
  const articles = ['第一条', '第二条'];
  expect(numbers('示例镇管理办法', '第一条 各村每月清扫。', '第二条 应急办每周巡查。')).toEqual(articles);
  expect(numbers('示例镇管理办法', '第1条 各村每月清扫。', '第2条 应急办每周巡查。')).toEqual(articles);
  expect(
    numbers(
      '示例镇管理办法第一章 总则第一条 清扫街道。第二条 按照第一条规定检查。第二章 考核第三条 每季度考核。',
    ),
  ).toEqual(['一', '一第一条', '一第二条', '二', '二第三条']);
});

test('circled digits inside a line count off what a sentence holds and are no sections', () => {
  expect(numbers('一、任务', '（一）排查。重点：①房屋；②道路。')).toEqual(['一', '一(一)']);
  expect(numbers('一、任务', '①查房屋；②查道路。')).toEqual(['一']);
  expect(numbers('一、任务', '1.6·26宣传。', '2.查道路。')).toEqual(['一', '一1', '一2']);
  expect(numbers('一、任务', '（一）排查。', '①查房屋；', '②查道路。')).toEqual([
    '一',
    '一(一)',
    '一(一)①',
    '一(一)②',
  ]);
});

test('divisions whose chapters begin anew gather three levels each', () => {
  const lines = [
    '第一章 任务',
    '一、安全',
    '（一）排查',
    '1.查房屋。',
    '2.查道路。',
    '第二章 保障',
    '一、经费。',
  ];
  expect(numbers('示例镇工作方案', ...lines)).toEqual([
    '第一章',
    '第一章一',
    '第一章一(一)',
    '第一章一(一)1',
    '第一章一(一)2',
    '第二章',
    '第二章一',
  ]);
});

import { describe, expect, test } from 'vitest';
import { day } from '../../api/domain/time/day.ts';
import { orderIn } from './orders.ts';

const CALLINGS = ['示例一村', '示例二村'];
const order = (text: string) =>
  orderIn(
    text,
    CALLINGS.filter((name) => text.includes(name)),
    day('2026-06-22'),
  );

describe('an order', () => {
  test.each([
    ['通过 示例一村 2.1-3', { order: 'verify', codes: ['2.1-3'], calling: '示例一村' }],
    ['示例一村 2.1-3 核验通过', { order: 'verify', codes: ['2.1-3'], calling: '示例一村' }],
    [
      '@督办助手 核验示例二村２.１－１、2.1-3',
      { order: 'verify', codes: ['2.1-1', '2.1-3'], calling: '示例二村' },
    ],
    [
      '退回 示例一村 2.1-3 照片看不清',
      { order: 'return', code: '2.1-3', reason: '照片看不清', calling: '示例一村' },
    ],
    [
      '示例一村2.1-3退回，原因：缺签字',
      { order: 'return', code: '2.1-3', reason: '缺签字', calling: '示例一村' },
    ],
    ['退回2.1-3', { order: 'return', code: '2.1-3', reason: '', calling: null }],
    ['同意示例一村2.1-1延期', { order: 'grant', code: '2.1-1', until: null, calling: '示例一村' }],
    [
      '示例一村 2.1-1 同意延期到7月8日',
      { order: 'grant', code: '2.1-1', until: '2026-07-08', calling: '示例一村' },
    ],
    [
      '不同意示例一村2.1-1延期，请按时完成',
      { order: 'refuse', code: '2.1-1', reason: '请按时完成', calling: '示例一村' },
    ],
    ['同意 示例二村 2.1-1 延期', { order: 'grant', code: '2.1-1', until: null, calling: '示例二村' }],
    ['不同意 示例二村 2.1-1 延期', { order: 'refuse', code: '2.1-1', reason: '', calling: '示例二村' }],
    ['交办 示例二村 3.2-1', { order: 'assign', code: '3.2-1', calling: '示例二村' }],
    ['把3.2-1交办给示例二村', { order: 'assign', code: '3.2-1', calling: '示例二村' }],
    ['谁逾期最多', { order: 'mostOverdue', calling: null }],
    ['哪个村逾期最多？', { order: 'mostOverdue', calling: null }],
  ])('%s', (text, meant) => {
    expect(order(text)).toEqual(meant);
  });
});

test.each([
  '示例一村 2.1-3 已完成',
  '2.1-3核验通过的村明天来领牌子',
  '示例一村2.1-3通过了吗',
  '昨天退回的2.1-3要重新报',
  '会议通过了2.1-3的方案',
  '我不同意这个说法',
  '谁逾期谁请客',
])('%s is no order', (text) => {
  expect(order(text)).toBeNull();
});

import { expect, it } from 'vitest';
import { personLabel } from './person-label.ts';

it('names the unit once', () => {
  expect(personLabel('示例一村', '示例一村联络员')).toBe('示例一村联络员');
  expect(personLabel('公共服务办', '工作人员1号')).toBe('公共服务办 · 工作人员1号');
  expect(personLabel(null, '路人')).toBe('路人');
});

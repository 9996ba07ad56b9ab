import { describe, expect, test } from 'vitest';
import { passwordFault } from './password.ts';

describe('a password', () => {
  test.each([
    ['Abcdefg-12', null],
    ['abcdefg-12', null],
    ['督办督办Ab督办12', null],
    ['Abc-1', '密码至少 10 个字符'],
    ['', '密码至少 10 个字符'],
    [`Aa1${'x'.repeat(130)}`, '密码至多 128 个字符'],
    ['abcdefghij12', '密码要有小写字母、大写字母、数字、符号中的至少三种'],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password)).toBe(fault);
  });

  test('does not hold the username, in whatever case', () => {
    expect(passwordFault('Cunyi-2026-ok', 'cunyi')).toBe('密码不能包含用户名');
    expect(passwordFault('Cunyi-2026-ok', '')).toBeNull();
  });
});

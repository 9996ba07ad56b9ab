import { describe, expect, test } from 'vitest';
import type { NamedUnit } from '../../api/services/chat/units-named.ts';
import type { UnitId } from '../../db/vocabulary.ts';
import { statementsOf } from './statements.ts';

const unit = (id: number, calling: string): NamedUnit => ({
  unitId: id as UnitId,
  kind: 'village',
  name: calling,
  calling,
});
const NAMED = [unit(1, '示例一村'), unit(2, '示例二村')];
const split = (text: string) => statementsOf(text, NAMED).map((each) => [each.unit?.name ?? null, each.text]);

describe('whose task a message speaks of', () => {
  test.each([
    ['示例一村 2.1-3 已完成', '示例一村'],
    ['@督办助手\u2005示例二村2.1-3已完成', '示例二村'],
    ['「督办助手：示例二村 2.1-3」\n- - - - - -\n示例一村已完成', '示例一村'],
    ['领导好，示例一村的台账更新完了', '示例一村'],
    ['2.1-3 已完成，示例一村也快了', null],
  ])('%s', (text, name) => {
    expect(split(text)).toEqual([[name, text]]);
  });

  test('a line for each unit is a statement for each', () => {
    expect(split('今天收到的：\n1、示例一村 2.1-3 已完成\n2.1-1 80%\n2、示例二村 2.1-3 已完成')).toEqual([
      ['示例一村', '今天收到的：\n1、示例一村 2.1-3 已完成\n2.1-1 80%'],
      ['示例二村', '2、示例二村 2.1-3 已完成'],
    ]);
  });

  test('a text that names nobody is the speaker’s own', () => {
    expect(statementsOf('2.1-3 已完成\n2.1-1 80%', [])).toEqual([
      { unit: null, text: '2.1-3 已完成\n2.1-1 80%' },
    ]);
  });
});

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { wordFile } from '../../testing/word-file.ts';
import { planReadCommand } from './read-plan-document.ts';

const folder = join(inject('testFolder'), 'plans');
mkdirSync(folder, { recursive: true });

function fileOf(name: string, bytes: Buffer | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

test('a plan is printed as one JSON object, whatever its file is called', async () => {
  const text = fileOf('方案.docx', '示例镇方案\n一、开展排查。由应急办牵头，6月底前完成，每月通报。');
  const word = fileOf(
    '方案.txt',
    await wordFile('示例镇方案', '一、开展排查。由应急办牵头，6月底前完成，每月通报。'),
  );
  for (const path of [text, word]) {
    const { status, stdout, stderr } = await planReadCommand(path);
    const sentence = '由应急办牵头，6月底前完成，每月通报。';
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({
      title: '示例镇方案',
      sections: [{ number: '一', title: '开展排查', level: 1 }],
      items: [
        {
          section: '一',
          title: '开展排查',
          lead: ['应急办'],
          support: [],
          deadlines: [{ date: '06-30', text: sentence }],
          recurrences: [{ every: { months: 1 }, text: sentence }],
          quote: sentence,
        },
      ],
      deadlines: [],
      doubts: [],
    });
  }
});

test.each([
  ['not there', () => join(folder, '没有.txt'), '没有这个文件'],
  ['a folder', () => folder, '这是文件夹'],
  ['empty', () => fileOf('空.txt', ''), '文件是空的'],
  ['a damaged Word file', () => fileOf('坏.docx', Buffer.from('PK\u0003\u0004 坏')), '不是完整的 .docx 文件'],
])('%s: status 2, one line on stderr, nothing on stdout', async (_, path, why) => {
  const { status, stdout, stderr } = await planReadCommand(path());
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(stderr).toContain(why);
});

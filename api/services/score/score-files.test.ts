import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scoreFiles } from './score-files.ts';

const example = (file: string) =>
  fileURLToPath(new URL(`../../domain/score/cases/01-methods/${file}.json`, import.meta.url));
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'score-files-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test('two good files give one JSON object of scores and status 0', async () => {
  const result = await scoreFiles(example('scheme'), example('data'));
  expect(result).toMatchObject({ status: 0, stderr: '' });
  const printed = JSON.parse(result.stdout);
  expect(printed.results[0]).toMatchObject({ unit: 'v01', total: 100.48, rank: 1, grade: '优秀' });
  expect(Object.keys(printed.results[0])).toEqual([
    'unit',
    'group',
    'total',
    'scaled',
    'bonus',
    'penalty',
    'rank',
    'grade',
    'vetoed',
    'lines',
  ]);
});

test('a file with a byte order mark is read', async () => {
  const scheme = await file('bom.json', '\uFEFF{"year": 2026}');
  const result = await scoreFiles(scheme, example('data'));
  expect(result.stderr).toContain('mode: ');
});

test.each<[string, string | Uint8Array, string]>([
  ['broken.json', '{"year": 2026,\n "mode": }', '不是有效的 JSON'],
  ['late.json', '{"year": 2026,\n "mode": "final" "asOf"}', '不是有效的 JSON（第 2 行第 18 个字符处）'],
  ['empty.json', '', '不是有效的 JSON（文件是空的）'],
  ['gbk.json', Uint8Array.of(0x7b, 0x22, 0xb4, 0xe5, 0x22, 0x7d), '文件不是 UTF-8 编码'],
])('%s is refused in one line that begins with its name', async (name, content, fault) => {
  const path = await file(name, content);
  expect(await scoreFiles(path, example('data'))).toEqual({
    status: 2,
    stdout: '',
    stderr: `${path}: ${fault}\n`,
  });
});

test('files that are missing, or no files, are each named', async () => {
  const missing = join(folder, 'missing.json');
  expect((await scoreFiles(missing, folder)).stderr).toBe(
    `${missing}: 文件不存在\n${folder}: 这是文件夹，不是文件\n`,
  );
});

test('what never ends is refused as too large', async () => {
  expect((await scoreFiles('/dev/zero', example('data'))).stderr).toBe('/dev/zero: 文件过大，最多 64 MB\n');
});

test('faults in what the files say end with status 2, nothing on stdout and one line for each', async () => {
  const data = await file('data.json', '{"units": [], "values": [{"unit": "v09", "indicator": "V9"}]}');
  expect(await scoreFiles(example('scheme'), data)).toEqual({
    status: 2,
    stdout: '',
    stderr: [
      'values[0].unit: 没有单位 "v09"',
      'values[0].indicator: 没有指标 "V9"',
      'values[0]: 应给出 value、marks、notApplicable、dueOn 之一',
      '',
    ].join('\n'),
  });
});

import { describe, expect, test } from 'vitest';
import { readPlan } from '../domain/read-plan/read-plan.ts';
import type { PlanReading } from '../domain/read-plan/reading.ts';
import { type Piece, wordFile } from '../testing/word-file.ts';
import { readDocument } from './read-document.ts';

async function planOf(...pieces: Piece[]): Promise<PlanReading> {
  const read = await readDocument(await wordFile(...pieces));
  if (!read.ok) throw new Error(read.message);
  return readPlan(read.document);
}
const rows = ({ items }: PlanReading) =>
  items.map(({ section, title, lead, support, deadlines, recurrences }) => ({
    section,
    title,
    lead,
    support,
    deadlines: deadlines.map(({ date }) => date),
    recurrences: recurrences.map(({ every }) => every),
  }));

describe('Word files', () => {
  test('a plan of paragraphs with a task table under a head of two rows, cells merged both ways', async () => {
    const reading = await planOf(
      '示例街道2026年养老服务工作方案',
      '为做好养老服务，制定本方案。',
      '一、工作目标',
      '到2026年底，实现村级站点全覆盖。',
      '二、重点任务',
      '（一）摸清底数。由社会事务办牵头，各村（社区）配合，4月15日前完成。',
      '三、任务分工',
      '具体任务分工见下表。',
      {
        table: [
          [{ text: '示例街道养老服务任务分解表', columns: 6 }],
          [
            { text: '序号', rows: 2 },
            { text: '工作任务', rows: 2 },
            { text: '具体措施', rows: 2 },
            { text: '责任分工', columns: 2 },
            { text: '完成时限', rows: 2 },
          ],
          ['牵头单位', '配合单位'],
          [
            '1',
            { text: '阵地建设', rows: 2 },
            '建成站点5个',
            { text: '社会事务办', rows: 2 },
            '财政所\n规划办',
            '2026年9月30日前',
          ],
          ['2', '配备适老设施', '卫生院、人社中心', '6月底'],
          [{ text: '二、服务类', columns: 6 }],
          ['3', '巡访关爱', '独居老人每周巡访一次', '街道综治中心', '各村（社区）', '长期坚持'],
          ['序号', '工作任务', '具体措施', '牵头单位', '配合单位', '完成时限'],
          ['4', '人员培训', '每季度培训一期', '人社中心', '同上', '2026年6月前'],
        ],
      },
    );
    expect(rows(reading)).toEqual([
      {
        section: '二(一)',
        title: '摸清底数',
        lead: ['社会事务办'],
        support: ['各村(社区)'],
        deadlines: ['04-15'],
        recurrences: [],
      },
      {
        section: '表1.1',
        title: '建成站点5个',
        lead: ['社会事务办'],
        support: ['财政所', '规划办'],
        deadlines: ['09-30'],
        recurrences: [],
      },
      {
        section: '表1.2',
        title: '配备适老设施',
        lead: ['社会事务办'],
        support: ['卫生院', '人社中心'],
        deadlines: ['06-30'],
        recurrences: [],
      },
      {
        section: '表1.3',
        title: '巡访关爱',
        lead: ['综治中心'],
        support: ['各村(社区)'],
        deadlines: [],
        recurrences: [{ weeks: 1 }],
      },
      {
        section: '表1.4',
        title: '人员培训',
        lead: ['人社中心'],
        support: ['各村(社区)'],
        deadlines: [],
        recurrences: [{ months: 3 }],
      },
    ]);
    expect(reading.doubts).toContainEqual({
      section: '表1.4',
      text: '2026年6月前',
      why: '“…月前”没有写明是月初还是月底',
    });
    expect(reading.deadlines.map(({ section, date }) => [section, date])).toEqual([['一', '12-31']]);
  });

  test('a table that assigns no tasks is counted and named, not read', async () => {
    const reading = await planOf(
      '示例镇防汛工作方案',
      {
        table: [
          ['姓名', '职务', '联系电话'],
          ['组长', '镇长', '×××'],
          ['副组长', '副镇长', '×××'],
        ],
      },
      {
        table: [
          ['项目名称', '工作内容', '责任部门', '时间要求', '报送频次'],
          ['清淤', '清理沟渠12公里', '水务站牵头，各村配合', '5月1日—5月20日', '每周'],
          ['值守', '落实24小时值班', '牵头：应急办\n配合：派出所、卫生院', '汛期', '每日'],
        ],
      },
    );
    expect(rows(reading)).toEqual([
      {
        section: '表2.1',
        title: '清淤',
        lead: ['水务站'],
        support: ['各村'],
        deadlines: ['05-20'],
        recurrences: [{ weeks: 1 }],
      },
      {
        section: '表2.2',
        title: '值守',
        lead: ['应急办'],
        support: ['派出所', '卫生院'],
        deadlines: [],
        recurrences: [{ days: 1 }],
      },
    ]);
    expect(reading.doubts.map(({ section }) => section)).toContain('表1');
  });

  test('the numbers of automatic lists are read as Word shows them', async () => {
    const reading = await planOf(
      '示例街道2026年禁毒工作要点',
      { text: '指导思想', level: 0 },
      '坚持预防为主。',
      { text: '主要任务', level: 0 },
      { text: '加强宣传', level: 1 },
      { text: '开展集中宣传。由宣传办牵头，6月26日前完成。', level: 2 },
      { text: '每月走访一次。（责任单位：各社区）', level: 2 },
      { text: '严格管控', level: 1 },
      { text: '开展排查。由派出所负责。', level: 2 },
    );
    expect(reading.sections.map(({ number }) => number)).toEqual([
      ...['一', '二', '二(一)', '二(一)1', '二(一)2', '二(二)', '二(二)1'],
    ]);
    expect(rows(reading).map(({ section, lead }) => [section, ...lead])).toEqual([
      ['二(一)1', '宣传办'],
      ['二(一)2', '各社区'],
      ['二(二)1', '派出所'],
    ]);
  });

  test('a frame of one cell around the text is no table', async () => {
    const reading = await planOf({
      table: [['示例镇春耕工作方案\n一、备足农资。由农技站负责，3月底前完成。\n二、开展培训。']],
    });
    expect(reading.title).toBe('示例镇春耕工作方案');
    expect(reading.items.map(({ section }) => section)).toEqual(['一', '二']);
  });
});

describe('plain text', () => {
  const plan = '示例镇方案\r\n一、开展排查。由应急办牵头。\r\n';
  const encodings: [string, Buffer][] = [
    ['UTF-8', Buffer.from(plan)],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${plan}`)],
    ['UTF-16', Buffer.from(`\ufeff${plan}`, 'utf16le')],
    [
      'GB18030',
      Buffer.from(
        'cabec0fdd5f2b7bdb0b80d0ad2bba1a2bfaad5b9c5c5b2e9a1a3d3c9d3a6bcb1b0ecc7a3cdb7a1a30d0a',
        'hex',
      ),
    ],
  ];
  test.each(encodings)('%s', async (_, bytes) => {
    const read = await readDocument(bytes);
    const reading = read.ok ? readPlan(read.document) : undefined;
    expect(reading?.title).toBe('示例镇方案');
    expect(reading?.items[0]?.lead).toEqual(['应急办']);
  });
});

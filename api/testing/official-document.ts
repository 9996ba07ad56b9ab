/** An official document that needs every part of the layout, and more than one page of text and of table. */
import type { OfficialDocument } from '../documents/word/official-document.ts';

/** 28 characters of a line, and then some: what a page of plain text is measured by. */
const CHARACTERS = '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地玄黄宇宙洪荒';

export const TABLE_ROWS = 40;

export const officialDocument = (over: Partial<OfficialDocument> = {}): OfficialDocument => ({
  head: { authority: '示例街道未成年人保护工作委员会办公室文件', number: '示例街道督办〔2026〕5号' },
  title: '关于2026年5月未成年人保护工作情况的通报',
  addressees: '各村（社区），街道各部门',
  parts: [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'heading', level: 2, text: '（一）办结情况' },
    { kind: 'heading', level: 3, text: '1.按时办结情况' },
    ...Array.from({ length: 14 }, () => ({ kind: 'paragraph' as const, text: CHARACTERS.repeat(3) })),
    {
      kind: 'table',
      caption: '村（社区）排名',
      columns: [
        { title: '名次', share: 1, align: 'center' },
        { title: '单位', share: 3, align: 'left' },
        { title: '得分', share: 1.5, align: 'right' },
      ],
      rows: Array.from({ length: TABLE_ROWS }, (_, index) => [`${index + 1}`, `示例${index + 1}村`, '98.50']),
    },
  ],
  signature: { name: '示例街道未保办', date: '2026年11月3日', sealed: false },
  colophon: { copies: '示例县民政局', by: '示例街道未保办', on: '2026年11月3日' },
  ...over,
});

/**
 * Fonts (字体) that an official document asks for. A run can name one; what to take where a machine has not got it
 * stands in the document's font table, which Word reads from left to right.
 */
import type { IFontAttributesProperties } from 'docx';

interface Font {
  readonly name: string;
  /** Other names of it, and what comes nearest, best first. */
  readonly instead: readonly string[];
  /** Chinese serif or not: what a machine falls back on that has none of them. */
  readonly family: 'roman' | 'swiss';
}

export const FONTS = {
  /** 仿宋: body */
  fangsong: { name: '仿宋_GB2312', instead: ['仿宋', 'FangSong', 'STFangsong'], family: 'roman' },
  /** 小标宋: red head and title */
  xiaobiaosong: {
    name: '方正小标宋简体',
    instead: ['方正小标宋_GBK', 'FZXiaoBiaoSong-B05S', '华文中宋', 'STZhongsong', '宋体'],
    family: 'roman',
  },
  /** 黑体: headings 一、 */
  heiti: { name: '黑体', instead: ['SimHei', 'STHeiti'], family: 'swiss' },
  /** 楷体: headings （一） */
  kaiti: { name: '楷体_GB2312', instead: ['楷体', 'KaiTi', 'STKaiti'], family: 'roman' },
  /** 宋体: tables and page numbers */
  songti: { name: '宋体', instead: ['SimSun', 'STSong'], family: 'roman' },
} as const satisfies Record<string, Font>;

export type FontKey = keyof typeof FONTS;

/** A font for all scripts of a run: figures and letters stand in the same face as the characters beside them. */
export function font(key: FontKey): IFontAttributesProperties {
  const { name } = FONTS[key];
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
}

const described = ({ name, instead, family }: Font): string =>
  `<w:font w:name="${name}"><w:altName w:val="${instead.join(',')}"/><w:charset w:val="86"/><w:family w:val="${family}"/></w:font>`;

/** The font table, as the part `word/fontTable.xml` of the file. */
export const FONT_TABLE = {
  path: 'word/fontTable.xml',
  data: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${Object.values(FONTS).map(described).join('')}</w:fonts>`,
} as const;

import { describe, expect, test } from 'vitest';
import { PNG } from '../../testing/files.ts';
import { officialDocument } from '../../testing/official-document.ts';
import { unzipEntry, zipEntries } from '../zip.ts';
import { FONTS } from './fonts.ts';
import { CHARACTERS_A_LINE, LINE, LINES_A_PAGE, mm, TYPE_AREA_HEIGHT, TYPE_AREA_WIDTH } from './measures.ts';
import { type OfficialDocument, writeOfficialDocument } from './official-document.ts';
import { markFace } from './red-head.ts';
import { placeSignature } from './signature.ts';
import { columnWidths } from './table.ts';
import { breakTitle } from './title.ts';
import { widthOf } from './width.ts';

async function parts(content: OfficialDocument): Promise<(name: string) => string> {
  const bytes = await writeOfficialDocument(content);
  const read = await Promise.all(
    zipEntries(bytes).map(async (entry) => [entry.name, `${await unzipEntry(bytes, entry)}`] as const),
  );
  const files = new Map(read);
  return (name) => files.get(`word/${name}`) ?? '';
}

const part = await parts(officialDocument());
const body = part('document.xml');

/** The one paragraph that says this. */
const paragraph = (text: string): string =>
  body.match(/<w:p>.*?<\/w:p>/g)?.find((each) => each.includes(`>${text}<`)) ?? '';

describe('the layout of GB/T 9704-2012', () => {
  test('A4 with margins of 37, 26, 35 and 28 mm leaves a type area of 156 × 225 mm', () => {
    expect(body).toContain(`<w:pgSz w:w="${mm(210)}" w:h="${mm(297)}"`);
    expect(body).toMatch(
      new RegExp(`<w:pgMar w:top="${mm(37)}" w:right="${mm(26)}" w:bottom="${mm(35)}" w:left="${mm(28)}"`),
    );
    expect(TYPE_AREA_WIDTH).toBeCloseTo(mm(156), -1);
    expect(TYPE_AREA_HEIGHT).toBeCloseTo(mm(225), -1);
  });

  test('22 lines of exactly 28.95 pt fit a page, and no 23rd', () => {
    expect(LINE).toBe(579);
    expect(Math.floor(TYPE_AREA_HEIGHT / LINE)).toBe(LINES_A_PAGE);
    expect(body).toMatch(/<w:docGrid[^>]*w:linePitch="579"/);
    expect(paragraph('各村（社区），街道各部门：')).toContain('w:line="579" w:lineRule="exact"');
  });

  test('28 characters of 3号 fit a line, and no 29th', () => {
    const spacing = Number(/<w:spacing w:val="(-\d+)"\/>/.exec(body)?.[1]);
    expect(Math.floor(TYPE_AREA_WIDTH / (16 * 20 + spacing))).toBe(CHARACTERS_A_LINE);
  });

  test.each([
    ['一、总体情况', '黑体'],
    ['（一）办结情况', '楷体_GB2312'],
    ['1.按时办结情况', '仿宋_GB2312'],
  ])('heading %s is 3号%s, two characters in, and not made bold', (text, font) => {
    expect(paragraph(text)).toContain(`w:eastAsia="${font}"`);
    expect(paragraph(text)).toContain('<w:sz w:val="32"/>');
    expect(paragraph(text)).toContain('w:firstLineChars="200"');
    expect(paragraph(text)).not.toContain('<w:b/>');
  });

  test('the title is 2号小标宋, centred, and its number stands over a red rule', () => {
    expect(paragraph('保护工作情况的通报')).toMatch(/w:jc w:val="center".*方正小标宋简体.*w:sz w:val="44"/);
    expect(body).toMatch(/示例街道督办〔2026〕5号.*?<w:bottom w:val="single" w:color="FF0000"/);
  });

  test('page numbers stand right on odd pages and left on even ones, between dashes, in 4号宋体', () => {
    expect(part('settings.xml')).toContain('<w:evenAndOddHeaders/>');
    const footers = ['footer1.xml', 'footer2.xml'].map(part);
    expect(footers.map((each) => /w:jc w:val="(\w+)"/.exec(each)?.[1]).toSorted()).toEqual(['left', 'right']);
    for (const footer of footers) {
      expect(footer).toMatch(/宋体.*w:sz w:val="28".*>— <.*PAGE.*> —</);
    }
  });

  test('a table is 宋体, its heading row is repeated, and no row is torn', () => {
    const table = /<w:tbl>.*?<\/w:tbl>/.exec(body)?.[0] ?? '';
    expect(table.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(table.match(/<w:cantSplit\/>/g)).toHaveLength(table.match(/<w:tr>/g)?.length ?? 0);
    expect(/示例1村/.test(table) && table.includes('w:eastAsia="宋体"')).toBe(true);
  });

  test('a picture stands on a line as high as it is', async () => {
    const chart = { kind: 'picture', png: PNG, widthMm: 150, heightMm: 48, caption: '办结率' } as const;
    const withChart = await parts(officialDocument({ parts: [chart] }));
    const drawn = withChart('document.xml')
      .match(/<w:p>.*?<\/w:p>/g)
      ?.find((each) => each.includes('<w:drawing>'));
    expect(drawn).toContain('w:lineRule="auto"');
  });

  test('what to take where a font is missing stands in the font table', () => {
    for (const { name } of Object.values(FONTS)) expect(part('fontTable.xml')).toContain(`w:name="${name}"`);
    expect(part('fontTable.xml')).toContain('w:val="仿宋,FangSong');
  });

  test('a document without red head, addressees, signature and colophon has none of them', async () => {
    const bare = await parts(
      officialDocument({ head: null, addressees: null, signature: null, colophon: null }),
    );
    expect(bare('document.xml')).not.toMatch(/FF0000|各村（社区），|示例街道未保办|抄送/);
  });
});

describe('the red head', () => {
  test.each([
    ['示例街道办事处文件', 48, 100],
    ['示例', 56, 100],
    ['示例街道未成年人保护工作委员会办公室文件', 30, 73],
  ])('%s fits one line at %i points and %i per cent', (name, size, scale) => {
    expect(markFace(name)).toEqual({ size, scale });
  });
});

describe('signature and date', () => {
  const date = '2026年11月3日';
  test('with a seal the date stands four characters in, and the name is centred on it', () => {
    expect(placeSignature({ name: '示例街道', date, sealed: true })).toEqual({ date: 4, name: 5.25 });
  });
  test('with a seal and a name too long for that, the name ends at the edge and the date below its middle', () => {
    const name = '示例街道未成年人保护工作委员会办公室';
    expect(placeSignature({ name, date, sealed: true })).toEqual({ name: 0, date: (18 - 6.5) / 2 });
  });
  test('without a seal the name stands two characters in, and the date begins two after it', () => {
    const name = '示例街道未成年人保护工作委员会办公室';
    const place = placeSignature({ name, date, sealed: false });
    expect(place.name).toBe(2);
    expect(place.date + widthOf(date) + 2).toBe(2 + widthOf(name));
  });
  test('without a seal and a date longer than the name, the date stands two characters in', () => {
    expect(placeSignature({ name: '示例街道', date, sealed: false })).toEqual({ date: 2, name: 6.5 });
  });
});

describe('the title', () => {
  test('breaks into lines of much the same length between words', () => {
    expect(breakTitle('关于2026年5月工作情况的通报')).toEqual(['关于2026年5月工作情况的通报']);
    expect(breakTitle('关于2026年5月未成年人保护工作情况的通报')).toEqual([
      '关于2026年5月未成年人',
      '保护工作情况的通报',
    ]);
  });
  test('never says less than it was given', () => {
    const title = '关于进一步做好全街道未成年人保护工作专项方案责任清单落实情况督导考核工作的专题通报';
    expect(breakTitle(title).join('')).toBe(title);
    expect(breakTitle(title).every((each) => widthOf(each) <= 20)).toBe(true);
  });
});

test('columns together are as wide as the type area', () => {
  const columns = [1, 3, 1.5, 0.7].map((share) => ({ title: '', share, align: 'left' as const }));
  expect(columnWidths(columns).reduce((sum, each) => sum + each, 0)).toBe(TYPE_AREA_WIDTH);
});

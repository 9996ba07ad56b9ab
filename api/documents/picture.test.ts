import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawChart, toPng } from './picture.ts';
import { columnChart } from './pictures/charts.ts';
import { contentPicture } from './pictures/content-picture.ts';
import { digestPicture } from './pictures/digest-picture.ts';
import { fitting, widthOf, wrapped } from './pictures/measure.ts';
import { rankingPicture } from './pictures/ranking-picture.ts';
import { type UnitPicture, unitPicture } from './pictures/unit-picture.ts';

const head = { issuer: '示例街道', title: '村（社）组排名', when: '截至2026年6月24日 10:15' };
const rows = [
  { name: '示例一村', rank: 1, previousRank: 2, total: 96.42 },
  { name: '示例二村', rank: 2, previousRank: 1, total: 88.5 },
  { name: '示例三村', rank: null, previousRank: null, total: null },
];
const task = { light: 'red' as const, code: '2.1-3', title: '动态更新台账', due: '逾期3个工作日' };
const unit: UnitPicture = {
  ...head,
  total: 86.4,
  rank: 3,
  of: 12,
  previousRank: 5,
  grade: '良好',
  lights: { blue: 24, green: 8, yellow: 3, red: 1 },
  trend: [
    { day: '6月1日', total: 80 },
    { day: '6月8日', total: 86.4 },
  ],
  costly: [{ name: '按时办结率', points: 18.25, weight: 25, why: '73% ÷ 目标100% × 25分 = 18.25分' }],
  dueSoon: [task],
};

const PICTURES: Readonly<Record<string, () => string>> = {
  ranking: () => rankingPicture({ ...head, rows }),
  unit: () => unitPicture(unit),
  digest: () =>
    digestPicture({
      ...head,
      done: 5,
      reports: 3,
      days: [{ name: '周一', value: 3 }],
      standing: '目前第3名，得分86.40。',
      overdue: [task],
      due: [],
    }),
  content: () =>
    contentPicture({
      ...head,
      sections: [
        {
          heading: '一、总体情况',
          blocks: [
            { kind: 'paragraph', text: '应办结12项，已办结9项。' },
            { kind: 'table', head: ['单位', '逾期'], rows: [['示例一村', '3个工作日']] },
            { kind: 'ranking', title: '村（社）组', rows },
            { kind: 'chart', title: '各月办结', columns: [{ name: '6月', value: 9 }] },
          ],
        },
      ],
      signer: '示例街道办事处',
      date: '2026年7月1日',
    }),
};

/** How many dark points a picture has, and its size. */
async function seen(png: Uint8Array) {
  const { data, info } = await sharp(png)
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { dark: data.filter((value) => value < 128).length, width: info.width, height: info.height };
}

const withoutText = (svg: string): string => svg.replaceAll(/<text[^>]*>[^<]*<\/text>/gu, '');

describe.each(Object.entries(PICTURES))('the picture of a %s', (_, write) => {
  test('is 1080 wide and its text is inked, not silently blank', async () => {
    const svg = write();
    const whole = await seen(await toPng(svg));
    const bare = await seen(await toPng(withoutText(svg)));
    expect(whole.width).toBe(1080);
    expect(whole.dark - bare.dark).toBeGreaterThan(2000);
  });

  test('is the same whenever it is drawn from the same data', async () => {
    expect(Buffer.from(await toPng(write())).equals(Buffer.from(await toPng(write())))).toBe(true);
  });
});

test('every character that is written is inked, in both weights', async () => {
  const ink = async (text: string, weight: number): Promise<number> => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="200" height="120"><rect width="200" height="120" fill="#fff"/><text x="20" y="90" font-size="80" font-weight="${weight}" fill="#000">${text}</text></svg>`;
    return (await seen(await toPng(svg))).dark;
  };
  for (const char of '督办1·(—↑é%') {
    const [regular, bold] = [await ink(char, 400), await ink(char, 700)];
    expect(regular, char).toBeGreaterThan(20);
    expect(bold, char).toBeGreaterThan(regular);
  }
});

test('a chart’s own labels are inked too, where it puts them', async () => {
  const svg = drawChart(columnChart([{ name: '周一', value: 3 }]), { width: 400, height: 260 });
  const all = await seen(await toPng(svg));
  expect(all.dark - (await seen(await toPng(withoutText(svg)))).dark).toBeGreaterThan(100);
});

test('what would break the file or cannot be drawn is left out of names', async () => {
  const name = '<村>&"😀\u0007\ud800';
  await expect(
    toPng(rankingPicture({ ...head, rows: [{ name, rank: 1, previousRank: 1, total: 1 }] })),
  ).resolves.toBeDefined();
});

describe('text is measured', () => {
  test('and broken where it no longer fits, a number whole, no full stop at a line’s beginning', () => {
    expect(wrapped('一二三四五六七', 10, 40)).toEqual(['一二三四', '五六七']);
    expect(wrapped('一二三1234.5', 10, 40)).toEqual(['一二三', '1234.5']);
    expect(wrapped('一二三四。五', 10, 40)).toEqual(['一二三四。', '五']);
    expect(wrapped('一二三四五六七八九十', 10, 40, 2)).toEqual(['一二三四', '五六七…']);
  });
  test('and cut with a sign that it was', () => {
    expect(fitting('动态更新台账', 10, 60)).toBe('动态更新台账');
    expect(widthOf(fitting('动态更新台账', 10, 40), 10)).toBeLessThanOrEqual(40);
  });
});

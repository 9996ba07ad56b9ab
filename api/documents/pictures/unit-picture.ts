/** A unit's card (单位卡片): score, rank, lights, the lines that cost most, and what falls due soon. */
import { LIGHTS, type Light } from '../../../db/vocabulary.ts';
import { pointsText } from '../../domain/time/format.ts';
import { drawChart } from '../picture.ts';
import { trendChart } from './charts.ts';
import { figures, type Head, headed, section } from './head.ts';
import { INK, INNER, MARGIN, SIZE, WIDTH } from './look.ts';
import { fitting, widthOf } from './measure.ts';
import type { Sheet } from './sheet.ts';

export interface TaskLine {
  light: Light;
  code: string;
  title: string;
  /** 6月30日到期, 逾期3个工作日. */
  due: string;
}

export interface UnitPicture extends Head {
  total: number | null;
  rank: number | null;
  /** How many units are ranked in its group. */
  of: number;
  previousRank: number | null;
  grade: string | null;
  lights: Readonly<Record<Light, number>>;
  /** Totals of the last weeks, oldest first, today's last. */
  trend: readonly { day: string; total: number | null }[];
  costly: readonly { name: string; points: number; weight: number; why: string }[];
  dueSoon: readonly TaskLine[];
}

const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  blue: '已办结',
  green: '正常',
  yellow: '临期',
  red: '逾期',
};
const TREND_HEIGHT = 240;

function lights(sheet: Sheet, counts: UnitPicture['lights']): Sheet {
  const width = INNER / LIGHTS.length;
  sheet.down(20).rule().down(58);
  for (const [i, light] of LIGHTS.entries()) {
    const x = MARGIN + i * width;
    const fill = light === 'red' && counts.red > 0 ? INK.red : INK.ink2;
    sheet
      .light(light, x, SIZE.small)
      .text(`${LIGHT_WORDS[light]} ${counts[light]}`, { x: x + 44, size: SIZE.small + 2, fill });
  }
  return sheet.down(20);
}

/** Tasks, each with its light, code and title, and when it is due. */
export function taskLines(sheet: Sheet, lines: readonly TaskLine[]): Sheet {
  for (const { light, code, title, due } of lines) {
    sheet.down(60).light(light, MARGIN, SIZE.small);
    const room = INNER - 44 - widthOf(due, SIZE.small) - 32;
    sheet.text(fitting(`${code} ${title}`, SIZE.body - 2, room), { x: MARGIN + 44, size: SIZE.body - 2 });
    sheet.text(due, {
      x: WIDTH - MARGIN,
      size: SIZE.small,
      fill: light === 'red' ? INK.red : INK.ink3,
      align: 'end',
    });
  }
  return sheet.down(28);
}

function costly(sheet: Sheet, lines: UnitPicture['costly']): Sheet {
  for (const { name, points, weight, why } of lines) {
    sheet.down(66).text(fitting(name, SIZE.body, 620), { bold: true });
    sheet.text(`${pointsText(points)} / ${pointsText(weight)}`, { x: WIDTH - MARGIN, align: 'end' });
    sheet.down(46).paragraph(why, { size: SIZE.small, fill: INK.ink3, most: 2 });
  }
  return sheet.down(28);
}

const moved = ({ rank, previousRank }: UnitPicture): string => {
  const by = rank === null || previousRank === null ? 0 : previousRank - rank;
  return by === 0 ? '名次' : `名次，比上月末${by > 0 ? `升${by}` : `降${-by}`}位`;
};

/** Writes the picture. Parts that have nothing to say are left out. */
export function unitPicture(data: UnitPicture): string {
  const { total, rank, of, grade } = data;
  const sheet = headed(data);
  figures(sheet, [
    { value: total === null ? '—' : pointsText(total), word: '得分', strong: true },
    { value: rank === null ? '—' : `${rank} / ${of}`, word: moved(data) },
    { value: grade ?? '—', word: '等次' },
  ]);
  lights(sheet, data.lights);
  if (data.trend.filter((point) => point.total !== null).length > 1) {
    section(sheet, '得分走势', '最近12周');
    sheet.chart(drawChart(trendChart(data.trend), { width: INNER, height: TREND_HEIGHT })).down(TREND_HEIGHT);
  }
  if (data.costly.length > 0) costly(section(sheet, '失分最多的指标', '得分 / 满分'), data.costly);
  if (data.dueSoon.length > 0) taskLines(section(sheet, '要抓紧的任务'), data.dueSoon);
  return sheet.toSvg();
}

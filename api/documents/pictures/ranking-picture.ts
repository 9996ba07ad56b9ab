/** The ranking (排名) of a group as a bar list: rank, name, score, movement; the hero of the house. */
import { pointsText } from '../../domain/time/format.ts';
import { type Head, headed, remark } from './head.ts';
import { INK, MARGIN, SIZE, WIDTH } from './look.ts';
import { fitting } from './measure.ts';
import type { Sheet } from './sheet.ts';

export interface RankedRow {
  name: string;
  rank: number | null;
  /** At the end of the month before; null where it had none. */
  previousRank: number | null;
  total: number | null;
}

export interface RankingPicture extends Head {
  rows: readonly RankedRow[];
}

/** A full score is a full bar; additions beyond it do not show in the bar. */
const FULL = 100;
const ROW = 82;
const RANK_X = MARGIN + 64;
const NAME_X = MARGIN + 96;
const BAR_X = 460;
const BAR_WIDTH = 300;
const SCORE_X = 912;
const MOVE_X = WIDTH - MARGIN;

/** How a rank moved: ↑2, ↓1, or a dash where it stood still. */
function movement({ rank, previousRank }: RankedRow): { words: string; fill: string; bold: boolean } {
  const by = rank === null || previousRank === null ? 0 : previousRank - rank;
  if (by > 0) return { words: `↑${by}`, fill: INK.ink, bold: true };
  return by < 0
    ? { words: `↓${-by}`, fill: INK.ink3, bold: false }
    : { words: '—', fill: INK.bar, bold: false };
}

/** The rows of a ranking. The first three stand in bold; above the last three is a line. */
export function rankingRows(sheet: Sheet, rows: readonly RankedRow[]): Sheet {
  const ranked = rows.filter(({ rank }) => rank !== null).length;
  for (const [i, row] of rows.entries()) {
    const top = row.rank !== null && row.rank <= 3;
    if (ranked > 6 && i === ranked - 3) sheet.rule();
    const base = sheet.y + 54;
    sheet.down(35).rect(BAR_X, BAR_WIDTH, 14, INK.quiet);
    sheet.rect(BAR_X, BAR_WIDTH * Math.min(1, (row.total ?? 0) / FULL), 14, top ? INK.ink : INK.bar);
    sheet.y = base;
    sheet
      .text(`${row.rank ?? '—'}`, {
        x: RANK_X,
        size: SIZE.lead,
        bold: top,
        fill: top ? INK.ink : INK.ink3,
        align: 'end',
      })
      .text(fitting(row.name, SIZE.body, BAR_X - NAME_X - 16), { x: NAME_X, bold: top })
      .text(row.total === null ? '暂无' : pointsText(row.total), {
        x: SCORE_X,
        align: 'end',
        ...(row.total === null ? { size: SIZE.small, fill: INK.ink3 } : { size: SIZE.lead, bold: true }),
      });
    const { words, ...look } = movement(row);
    sheet.text(words, { x: MOVE_X, size: SIZE.small + 2, align: 'end', ...look }).down(ROW - 54);
  }
  return sheet;
}

/** Writes the picture. */
export function rankingPicture(data: RankingPicture): string {
  const sheet = headed(data);
  sheet.rule(INK.ink).down(12);
  return remark(rankingRows(sheet, data.rows), '满分100分；箭头是名次与上月末相比的变化。').toSvg();
}

/** A bulletin as a Word file: its content set in the layout of an official document. */
import {
  type Block,
  type BulletinContent,
  plainText,
  type RankingBlock,
} from '../../domain/bulletin/content.ts';
import { markOf } from '../../domain/bulletin/words.ts';
import { longDay } from '../../domain/time/format.ts';
import { drawChart, toPng } from '../picture.ts';
import { columnChart } from '../pictures/charts.ts';
import { type Part, writeOfficialDocument } from '../word/official-document.ts';
import { columnsOf } from './chart-columns.ts';

/** In pixels; on the page it is as wide as the type area. */
const CHART = { width: 936, height: 300, widthMm: 150, heightMm: 48 } as const;

const movement = (change: number | null): string =>
  change === null ? '—' : change > 0 ? `↑${change}` : change < 0 ? `↓${-change}` : '持平';

const rankingTable = ({ caption, rows }: RankingBlock): Part => ({
  kind: 'table',
  caption,
  columns: [
    { title: '名次', share: 1, align: 'center' },
    { title: '单位', share: 3, align: 'left' },
    { title: '得分', share: 1.4, align: 'right' },
    { title: '等次', share: 1.2, align: 'center' },
    { title: '较上期', share: 1.2, align: 'center' },
  ],
  rows: rows.map(({ unit, rank, score, grade, change }) => [
    rank === null ? '—' : String(rank),
    unit,
    score ?? '未到期',
    grade ?? '—',
    movement(change),
  ]),
});

async function partsOf(block: Block): Promise<Part[]> {
  switch (block.kind) {
    case 'paragraph':
      return [{ kind: 'paragraph', text: plainText(block.spans) }];
    case 'table':
      return [block];
    case 'ranking':
      return [rankingTable(block)];
    case 'chart': {
      const png = await toPng(drawChart(columnChart(columnsOf(block)), CHART));
      const { widthMm, heightMm } = CHART;
      return [{ kind: 'picture', png, widthMm, heightMm, caption: `${block.caption}（%）` }];
    }
  }
}

/** Number and date of a draft, with room where they are still to be given. */
const pending = (street: string): string => `${street}督办〔　〕　号`;

/** The file's bytes. A draft has the same layout, its number and date left open. */
export async function bulletinWord(content: BulletinContent, street: string): Promise<Buffer> {
  const parts = await Promise.all(
    content.sections.map(
      async ({ heading, blocks }): Promise<Part[]> => [
        { kind: 'heading', level: 1, text: heading },
        ...(await Promise.all(blocks.map(partsOf))).flat(),
      ],
    ),
  );
  const date = content.date === null ? '　　年　月　日' : longDay(content.date);
  return writeOfficialDocument({
    head: { authority: markOf(content.signer), number: content.number ?? pending(street) },
    title: content.title,
    addressees: content.addressees,
    parts: parts.flat(),
    signature: { name: content.signer, date, sealed: true },
    colophon: { by: content.signer, on: date },
  });
}

/** A bulletin as one long picture for a phone. */
import { type Block, type BulletinContent, plainText } from '../../domain/bulletin/content.ts';
import { longDay } from '../../domain/time/format.ts';
import { toPng } from '../picture.ts';
import { contentPicture, type PictureBlock } from '../pictures/content-picture.ts';
import { columnsOf } from './chart-columns.ts';

function pictured(block: Block): PictureBlock {
  switch (block.kind) {
    case 'paragraph':
      return { kind: 'paragraph', text: plainText(block.spans) };
    case 'table':
      return { kind: 'table', head: block.columns.map(({ title }) => title), rows: block.rows };
    case 'chart':
      return { kind: 'chart', title: `${block.caption}（%）`, columns: columnsOf(block) };
    case 'ranking':
      return {
        kind: 'ranking',
        title: block.caption,
        rows: block.rows.map(({ unit, rank, score, change }) => ({
          name: unit,
          rank,
          total: score === null ? null : Number(score),
          previousRank: rank === null || change === null ? null : rank + change,
        })),
      };
  }
}

/** A bulletin as one long picture (PNG) for the group, with the street's name at its head. */
export const bulletinPicture = (content: BulletinContent, street: string): Promise<Uint8Array> =>
  toPng(
    contentPicture({
      issuer: street,
      title: content.title,
      when: content.number ?? '草稿',
      sections: content.sections.map(({ heading, blocks }) => ({ heading, blocks: blocks.map(pictured) })),
      signer: content.signer,
      date: content.date === null ? null : longDay(content.date),
    }),
  );

import type { RankingGroup } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';
import { rankingPicture } from '../../documents/pictures/ranking-picture.ts';
import { type Day, dayOf } from '../../domain/time/day.ts';
import { longDay, shortInstant } from '../../domain/time/format.ts';
import { ranking } from '../ranking/compute-ranking.ts';
import { issuerOf } from './issuer.ts';

export type Ranking = Awaited<ReturnType<typeof ranking>>;

/** A picture and the name that people see it under. */
export interface Picture {
  name: string;
  bytes: Uint8Array;
}

/** Makes a picture of an SVG. What draws is loaded with the first picture, so that starting does not wait for it. */
export async function pngOf(svg: string): Promise<Uint8Array> {
  const { toPng } = await import('../../documents/picture.ts');
  return toPng(svg);
}

/** Draws a ranking that is computed already. */
export async function drawRankingOf(
  ctx: Context,
  { name, day, asOf, settled, rows }: Ranking,
): Promise<Picture> {
  const today = day === dayOf(ctx.clock());
  const svg = rankingPicture({
    issuer: await ctx.read((db) => issuerOf(db, ctx.domainId)),
    title: `${name}排名`,
    when:
      settled === null
        ? `截至${today ? shortInstant(new Date(asOf)) : longDay(day)}`
        : `${settled.name}已定档`,
    rows,
  });
  return { name: `${name}排名${day}.png`, bytes: await pngOf(svg) };
}

/** The ranking (排名) of a group as a picture for a phone. Throws as `ranking` does. */
export const drawRanking = async (
  ctx: Context,
  which: { group: RankingGroup; day?: Day | undefined },
): Promise<Picture> => drawRankingOf(ctx, await ranking(ctx, which));

import type { RoomId } from '../../../db/vocabulary.ts';
import { type Context, permit } from '../../context.ts';
import { composeDigest, type Digest } from '../../domain/digest/digest.ts';
import { addDays, type Day, dayOf, endOf, startOf, weekdayOf } from '../../domain/time/day.ts';
import { recordAudit } from '../audit/record-audit.ts';
import { readCalendar } from '../calendar/read-calendar.ts';
import { queueMessage } from '../chat/queue-message.ts';
import { pngOf } from '../pictures/draw-ranking.ts';
import { issuerOf } from '../pictures/issuer.ts';
import { readDigestFacts } from './digest-facts.ts';

const NINE_MS = 9 * 3_600_000;

/** The first working day from this one on: nobody is written to on a holiday. */
async function firstWorkingDay(ctx: Context, from: Day): Promise<Day> {
  const calendar = await readCalendar(ctx);
  return calendar.isWorkingDay(from) ? from : calendar.addWorkingDays(from, 1);
}

interface Drawn {
  roomId: RoomId;
  text: string;
  file: { hash: string; name: string };
}

async function draw(ctx: Context, issuer: string, roomId: RoomId, digest: Digest): Promise<Drawn> {
  const { digestPicture } = await import('../../documents/pictures/digest-picture.ts');
  const { text, title } = digest;
  const hash = await ctx.files.put(await pngOf(digestPicture({ ...digest, issuer })));
  return { roomId, text, file: { hash, name: `${title}.png` } };
}

/**
 * Sends the weekly digest (每周小结) to every bound group that has something to hear: a picture, one line and a link,
 * on the first working day from Monday at nine. Sent twice for a week it goes out once. Gives how many were queued.
 */
export async function sendWeeklyDigest(
  ctx: Context,
  { at, link }: { at: Date; link: string },
): Promise<{ messages: number }> {
  permit(ctx, 'job.run');
  const monday = addDays(dayOf(at), 1 - weekdayOf(dayOf(at)));
  const sendOn = await firstWorkingDay(ctx, dayOf(at));
  const issuer = await ctx.read((db) => issuerOf(db, ctx.domainId));
  const drawn: Drawn[] = [];
  for (const { roomId, facts } of await readDigestFacts(ctx, monday)) {
    const digest = composeDigest(facts, link);
    if (digest !== null) drawn.push(await draw(ctx, issuer, roomId, digest));
  }
  return ctx.transaction(async (tx) => {
    let messages = 0;
    for (const { roomId, text, file } of drawn) {
      const fresh = await queueMessage(tx, {
        key: `weekly:${monday}:room:${roomId}`,
        cause: 'reminder',
        to: { roomId },
        text,
        file,
        notBefore: new Date(Math.max(at.getTime(), startOf(sendOn).getTime() + NINE_MS)),
        expiresAt: endOf(sendOn),
      });
      messages += fresh ? 1 : 0;
    }
    if (messages > 0) await recordAudit(tx, 'digest.send', `week:${monday}`, { messages });
    return { messages };
  });
}

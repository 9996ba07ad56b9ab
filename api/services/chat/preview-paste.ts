import type { UnitId } from '../../../db/vocabulary.ts';
import { type Context, mayDo, permit } from '../../context.ts';
import { type PasteFault, readPaste } from '../../domain/chat/read-paste.ts';
import { Refusal } from '../../errors.ts';
import { listUnits } from '../units/list-units.ts';
import type { ReadPasted } from './paste-claims.ts';
import { maskedSaid, type Said } from './pasted-messages.ts';
import { readRows } from './pasted-rows.ts';

const FAULTS: Readonly<Record<PasteFault, string>> = {
  empty: '请粘贴群里的聊天记录',
  noMessages: '看不出是谁说的：每条消息要有姓名，和时间或冒号',
  tooMany: '一次最多粘贴300条消息，请分几次',
};

/** The villages and departments for which somebody may enter what was said. */
async function unitsToChoose(ctx: Context): Promise<{ unitId: UnitId; name: string }[]> {
  const all = await listUnits(ctx);
  return all
    .filter(({ id, rankingGroup }) => rankingGroup !== null && mayDo(ctx, 'chat.paste', id))
    .map(({ id, shortName }) => ({ unitId: id, name: shortName }));
}

/**
 * What a pasted chat says (预览), for a clerk to correct; nothing is stored. `unitId` is the unit of whoever none is
 * known of. Throws `forbidden`, and `invalid` where nothing can be read.
 */
export async function previewPaste(
  ctx: Context,
  { text, unitId }: { text: string; unitId: UnitId | null },
  readPasted: ReadPasted,
) {
  permit(ctx, 'chat.paste', unitId);
  const reading = readPaste(text, ctx.clock());
  if ('fault' in reading) throw new Refusal('invalid', reading.fault, FAULTS[reading.fault]);
  const messages = reading.messages.map(maskedSaid);
  const read = await readRows(ctx, { messages, fallback: unitId, chosen: null }, readPasted);
  return { ...read, units: await unitsToChoose(ctx) };
}

/** What one message says of the unit that the clerk chose for it (按选定的单位重读). Throws `forbidden`. */
export async function rereadPasted(
  ctx: Context,
  { unitId, ...said }: Said & { unitId: UnitId },
  readPasted: ReadPasted,
) {
  permit(ctx, 'chat.paste', unitId);
  return readRows(ctx, { messages: [maskedSaid(said)], fallback: null, chosen: unitId }, readPasted);
}

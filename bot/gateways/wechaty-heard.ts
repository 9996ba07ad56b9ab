/** What is heard of a message that wechaty brings: who said it where, its words, its file. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type Message, types } from 'wechaty';
import { MAX_FILE_BYTES } from '../../api/services/files/keep-file.ts';
import type { Heard } from './gateway.ts';

const FILE_TYPES: readonly types.Message[] = [
  types.Message.Image,
  types.Message.Attachment,
  types.Message.Video,
];
const FETCH_WITHIN_MS = 60_000;

/** The file of a message, read no further than the limit of what is kept; null where it cannot be fetched. */
async function bytesOf(message: Message): Promise<{ name: string; bytes: Uint8Array | null }> {
  const box = await message.toFileBox();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of await box.toStream()) {
    chunks.push(Buffer.from(chunk));
    size += chunks.at(-1)?.length ?? 0;
    if (size > MAX_FILE_BYTES) break;
  }
  return { name: box.name, bytes: Buffer.concat(chunks) };
}

async function fileOf(message: Message, log: Logger): Promise<Heard['file']> {
  const tooLate = pause(FETCH_WITHIN_MS, { name: '文件', bytes: null }, { ref: false });
  try {
    return await Promise.race([bytesOf(message), tooLate]);
  } catch (error) {
    log.warn({ err: error }, 'a file could not be fetched');
    return { name: '文件', bytes: null };
  }
}

/** What is heard of a message; null for what concerns nobody: official accounts, stickers, recalls. */
export async function heardOf(message: Message, log: Logger): Promise<Heard | null> {
  const talker = message.talker();
  const isFile = FILE_TYPES.includes(message.type());
  if (talker.type() === types.Contact.Official) return null;
  if (!isFile && message.type() !== types.Message.Text) return null;
  const room = message.room();
  return {
    externalId: message.id,
    sentAt: message.date(),
    contact: { externalId: talker.id, name: talker.name() },
    room: room === undefined ? null : { externalId: room.id, topic: await room.topic() },
    text: isFile ? '' : message.text(),
    mentioned: room !== undefined && (await message.mentionSelf()),
    file: isFile ? await fileOf(message, log) : null,
  };
}

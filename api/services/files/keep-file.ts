import { files } from '../../../db/schema/assignments.ts';
import type { Context } from '../../context.ts';
import { cleanPicture } from '../../documents/clean-picture.ts';
import { Refusal } from '../../errors.ts';

/** The most a file may weigh: 20 MB (trust.md, "Files"). */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** What may be kept as evidence, by content: pictures, and the documents offices send one another. */
const KEPT: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/x-cfb': 'doc/xls',
  'video/mp4': 'mp4',
};

export interface KeptFile {
  hash: string;
  type: string;
  bytes: number;
}

/** Kept once it is another kind: what a camera wrote into it cannot be taken out. */
const HEIC = 'image/heic';

function refused(code: string, message: string): Refusal {
  return new Refusal('invalid', code, message, [{ path: 'file', message }]);
}

/**
 * Keeps a file under the hash of its content, its type told by content and not by name; a picture without the position
 * and all else that a camera writes beside it. Every file that people send goes through here. Throws `tooLarge` over
 * 20 MB and `invalid` where it is empty, of a kind that is not kept, or a picture that cannot be read. Bytes are on
 * disk before the row is.
 */
export async function keepFile(ctx: Context, bytes: Uint8Array): Promise<KeptFile> {
  if (bytes.byteLength > MAX_FILE_BYTES) throw new Refusal('tooLarge', 'fileTooLarge', '文件超过20MB');
  const { fileTypeFromBuffer } = await import('file-type');
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  if (type === undefined || !(type in KEPT || type === HEIC))
    throw refused('fileType', '只收图片、PDF、Word、Excel 和 MP4 视频');
  const cleaned = await cleanPicture(bytes, type);
  if (!cleaned.ok) throw refused(cleaned.code, cleaned.message);
  if (cleaned.bytes.byteLength > MAX_FILE_BYTES)
    throw new Refusal('tooLarge', 'fileTooLarge', '文件超过20MB');
  const hash = await ctx.files.put(cleaned.bytes);
  const kept = { hash, type, bytes: cleaned.bytes.byteLength };
  await ctx.transaction((tx) =>
    tx.db
      .insert(files)
      .values({ domainId: tx.domainId, ...kept, storedAt: tx.clock() })
      .onConflictDoNothing(),
  );
  return kept;
}

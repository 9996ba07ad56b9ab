import { fileTypeFromBuffer } from 'file-type';
import { files } from '../../../db/schema/assignments.ts';
import type { Context } from '../../context.ts';
import { Refusal } from '../../errors.ts';

/** The most a file may weigh: 20 MB (trust.md, "Files"). */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;

/** What may be kept as evidence, by content: pictures, and the documents offices send one another. */
const KEPT: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
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

/**
 * Keeps a file under the hash of its content, its type told by content and not by name. Throws `tooLarge` over
 * 20 MB and `invalid` where it is empty or of a kind that is not kept. Bytes are on disk before the row is.
 */
export async function keepFile(ctx: Context, bytes: Uint8Array): Promise<KeptFile> {
  if (bytes.byteLength > MAX_FILE_BYTES) throw new Refusal('tooLarge', 'fileTooLarge', '文件超过20MB');
  const type = (await fileTypeFromBuffer(bytes))?.mime;
  if (type === undefined || !(type in KEPT)) {
    const fault = { path: 'file', message: '只收图片、PDF、Word、Excel 和 MP4 视频' };
    throw new Refusal('invalid', 'fileType', fault.message, [fault]);
  }
  const hash = await ctx.files.put(bytes);
  const kept = { hash, type, bytes: bytes.byteLength };
  await ctx.transaction((tx) =>
    tx.db
      .insert(files)
      .values({ domainId: tx.domainId, ...kept, storedAt: tx.clock() })
      .onConflictDoNothing(),
  );
  return kept;
}

/**
 * Where files are kept: on disk under the hash of their content, outside the web root. A file is written whole
 * under a passing name, flushed, and then renamed, so that what has a hash for a name is always complete.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';

export interface FileStore {
  /** Keeps the bytes; gives their SHA-256 in hexadecimal. Keeping the same bytes twice keeps them once. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes under a hash. Rejects where there are none. */
  get(hash: string): Promise<Uint8Array>;
}

/** A store of files by their content, in a folder; a file is there whole or not at all. */
export function createFileStore(folder: string): FileStore {
  const pathOf = (hash: string) => join(folder, hash.slice(0, 2), hash);
  return {
    async put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex');
      const path = pathOf(hash);
      if (await stat(path).catch(() => null)) return hash;
      await mkdir(join(folder, hash.slice(0, 2)), { recursive: true });
      const passing = `${path}.${randomUUID()}`;
      const handle = await open(passing, 'wx', 0o600);
      try {
        await handle.writeFile(bytes);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(passing, path);
      return hash;
    },
    get: (hash) => readFile(pathOf(hash)),
  };
}

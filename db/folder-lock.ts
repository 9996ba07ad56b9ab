/**
 * One process to a data folder. PGlite opens a folder that another process has open without a word and
 * corrupts it, so the owner listens on a local socket beside the data: the operating system closes it when
 * the process ends, however it ends, which makes a stale lock impossible to mistake for a live one.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Said when the folder is in use; its message is for the person at the command line. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(`数据目录正被另一个进程使用：${folder}。请先停止那个进程，或用 DUBAN_DATA 指定别的目录。`);
    this.name = 'FolderInUse';
  }
}

/** Socket paths are limited to about 100 bytes; a longer folder's socket stands in the temporary folder. */
function socketPath(folder: string): string {
  const real = realpathSync(folder);
  const hash = createHash('sha256').update(real).digest('hex').slice(0, 16);
  if (process.platform === 'win32') return `\\\\.\\pipe\\duban-${hash}`;
  const beside = join(real, 'lock.sock');
  return Buffer.byteLength(beside) < 100 ? beside : join(tmpdir(), `duban-${hash}.sock`);
}

/** What the owner at the path answers: its token, '' where it is too busy to answer, null where nobody is. */
function ask(path: string, patienceMs: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    let connected = false;
    let answer = '';
    const finish = (result: string | null) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(patienceMs, () => finish(answer));
    socket.on('connect', () => {
      connected = true;
    });
    socket.on('data', (chunk) => {
      answer += chunk.toString('utf8');
    });
    socket.on('end', () => finish(answer));
    socket.on('error', () => finish(connected ? answer : null));
  });
}

function listen(path: string, token: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.on('error', () => socket.destroy()).end(token));
    server.once('error', reject);
    server.listen(path, () => {
      server.unref();
      resolve(server);
    });
  });
}

/**
 * Takes the folder (made when absent) for this process. Gives the function that lets it go.
 * Throws `FolderInUse` where another living process has it.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  mkdirSync(folder, { recursive: true });
  const path = socketPath(folder);
  if ((await ask(path, 1000)) !== null) throw new FolderInUse(folder);
  if (process.platform !== 'win32') rmSync(path, { force: true });
  const token = randomUUID();
  const server = await listen(path, token).catch(() => {
    throw new FolderInUse(folder);
  });
  // Two that start at once may both find a dead socket; the last to listen is the one that answers.
  if ((await ask(path, 5000)) !== token) {
    server.close();
    throw new FolderInUse(folder);
  }
  return () => new Promise((resolve) => server.close(() => resolve()));
}

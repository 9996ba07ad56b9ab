import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { against, type Row, turnByTurn } from './finding.ts';

const DOOR = fileURLToPath(new URL('../../build/run.js', import.meta.url));
const ROUNDS = 3;
const PATIENCE_MS = 120_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/**
 * Milliseconds from nothing to the first answered request; the process is asked to stop afterwards. Throws where it ends
 * or does not answer within two minutes: on a machine with so much else to do nothing can be measured.
 */
async function started(data: string): Promise<number> {
  const port = await freePort();
  const from = performance.now();
  const child = spawn(process.execPath, [DOOR, 'start'], {
    env: { PORT: String(port), DUBAN_DATA: data, LOG_LEVEL: 'silent' },
    stdio: 'ignore',
  });
  const closed = once(child, 'close');
  let answered = false;
  while (!answered && performance.now() - from < PATIENCE_MS && child.exitCode === null) {
    await pause(10);
    const answer = await fetch(`http://127.0.0.1:${port}/api/ready`).catch(() => null);
    answered = answer?.ok === true;
  }
  const spent = performance.now() - from;
  child.kill('SIGTERM');
  await closed;
  if (!answered) throw new Error(`the product did not answer within ${Math.round(spent)} ms of its start`);
  return spent;
}

const OPEN_ALONE = `const { PGlite } = await import('@electric-sql/pglite');
const db = await PGlite.create(process.argv[1]);
await db.query('select count(*) from units');
process.stdout.write('open');
await db.close();`;

/** The same folder opened by Node and PGlite alone, to the first answered question. */
async function openedAlone(data: string): Promise<number> {
  const from = performance.now();
  const child = spawn(process.execPath, ['--input-type=module', '-e', OPEN_ALONE, `${data}/db`], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const closed = once(child, 'close');
  await once(child.stdout, 'data');
  const spent = performance.now() - from;
  await closed;
  return spent;
}

/** The embedded product started for the second time, as `npm run serve` starts it, to its first answered request. */
export const start: Row = async ({ folder }) => {
  const data = `${folder}/data`;
  await started(data);
  const { ours, floor } = await turnByTurn(
    ROUNDS,
    () => started(data),
    () => openedAlone(data),
  );
  return [against('embedded start, second time, against PGlite alone', 'ms', ours, floor, { atMost: 1.5 })];
};

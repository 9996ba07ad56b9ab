/**
 * A process that runs the timetable by a clock that is told to it: `runner-child.ts STORE DOMAIN`. Each line of standard
 * input is an instant; it does what is due then and answers with the line.
 */
import { createInterface } from 'node:readline';
import { createContext } from '../../api/context.ts';
import { createLog } from '../../api/log.ts';
import { createFileStore } from '../../api/services/files/file-store.ts';
import { openServer } from '../../db/open.ts';
import type { DomainId } from '../../db/vocabulary.ts';
import { createTick } from '../runner.ts';
import { simulated } from './simulated.ts';

const [where = '', domain = ''] = process.argv.slice(2);
let now = new Date(0);
const store = await openServer(where, 3);
const ctx = createContext(
  {
    domainId: Number(domain) as DomainId,
    actor: { kind: 'system', name: 'jobs' },
    channel: 'job',
    clock: () => now,
    log: createLog('silent'),
    files: createFileStore('unused'),
  },
  store.db,
);
const tick = createTick(ctx, simulated(), { pause: () => Promise.resolve() });
process.stdout.write('ready\n');
for await (const line of createInterface({ input: process.stdin })) {
  now = new Date(line);
  await tick();
  process.stdout.write(`${line}\n`);
}
await store.close();

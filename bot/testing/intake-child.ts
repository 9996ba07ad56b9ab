/**
 * A process that takes reports in and answers them until it is killed: `intake-child.ts STORE DOMAIN CONTACT FROM NOW`.
 * STORE is a postgres address or a folder. It says `ready`, then the number of each message once that is acknowledged,
 * and `said PLACE KEY` for each answer that its gateway takes. The reports come in private and from two rooms in turn.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { createContext } from '../../api/context.ts';
import { createLog } from '../../api/log.ts';
import { hearChat } from '../../api/services/chat/hear-chat.ts';
import { createFileStore } from '../../api/services/files/file-store.ts';
import { openFolder, openServer } from '../../db/open.ts';
import type { DomainId } from '../../db/vocabulary.ts';
import { createBot } from '../bot.ts';
import { createBareGateway } from './bare-gateway.ts';

const [where = '', domain = '', contact = '', from = '0', now = ''] = process.argv.slice(2);
const domainId = Number(domain) as DomainId;
const start = new Date(now).getTime() - performance.now();
const clock = () => new Date(start + performance.now());

const store = await (where.startsWith('postgres') ? openServer(where, 5) : openFolder(where));
const gateway = createBareGateway('simulator');
/** Between the moment a message is said and the one at which we are told so, a process may die too. */
const aMoment = (): Promise<void> => pause(Math.random() * 10);
const bot = createBot({
  ctx: createContext(
    {
      domainId,
      actor: { kind: 'system', name: 'bot' },
      channel: 'system',
      clock,
      log: createLog('silent'),
      files: createFileStore(`${where}/files`),
    },
    store.db,
  ),
  gateways: [
    {
      ...gateway,
      say: async (to, { key }) => {
        await aMoment();
        process.stdout.write(`said ${to.externalId} ${key}\n`);
        await aMoment();
      },
    },
  ],
  listen: (heard) => hearChat(store, domainId, heard),
});
await bot.start();
process.stdout.write('ready\n');

for (let n = Number(from); ; n++) {
  await gateway.hear({
    externalId: `message-${n}`,
    sentAt: clock(),
    contact: { externalId: contact, name: '一村联络员' },
    room: n % 3 === 0 ? null : { externalId: `room-${n % 3}`, topic: `群${n % 3}` },
    text: `2.1-1 ${(n % 98) + 1}%`,
    mentioned: false,
    file: null,
  });
  process.stdout.write(`${n}\n`);
}

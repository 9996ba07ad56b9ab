/**
 * A process that takes reports in until it is killed: `intake-child.ts STORE DOMAIN CONTACT FROM NOW`. STORE is a
 * postgres address or a folder. It says `ready`, then the number of each message once that is acknowledged.
 */
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
const gateway = createBareGateway();
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
  gateways: [gateway],
  listen: (heard) => hearChat(store, domainId, heard),
});
await bot.start();
process.stdout.write('ready\n');

for (let n = Number(from); ; n++) {
  await gateway.hear({
    externalId: `message-${n}`,
    sentAt: clock(),
    contact: { externalId: contact, name: '一村联络员' },
    room: null,
    text: `2.1-1 ${(n % 98) + 1}%`,
    mentioned: false,
    file: null,
  });
  process.stdout.write(`${n}\n`);
}

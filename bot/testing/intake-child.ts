/**
 * A bot process until it is killed: `intake-child.ts STORE DOMAIN SHIFT hear CONTACT FROM` takes reports in from number
 * FROM on, in private and from two rooms in turn, and answers them; `… SHIFT speak NAME` says what is queued, as one of
 * several that hold the speech by turns. STORE is a postgres address or a folder, SHIFT how many milliseconds its clock
 * is ahead. It says `ready`, the number of each message once that is acknowledged, and `said PLACE KEY` for each message
 * that its gateway takes.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { createContext } from '../../api/context.ts';
import { createLog } from '../../api/log.ts';
import { hearChat } from '../../api/services/chat/hear-chat.ts';
import { createFileStore } from '../../api/services/files/file-store.ts';
import { openFolder, openServer } from '../../db/open.ts';
import type { DomainId } from '../../db/vocabulary.ts';
import { createBot } from '../bot.ts';
import { createSpeaker } from '../speaker.ts';
import { createBareGateway } from './bare-gateway.ts';

const [where = '', domain = '', shift = '0', task = 'hear', name = '', from = '0'] = process.argv.slice(2);
const domainId = Number(domain) as DomainId;
const clock = () => new Date(Date.now() + Number(shift));
const tell = (line: string): boolean => process.stdout.write(`${line}\n`);

const store = await (where.startsWith('postgres') ? openServer(where, 5) : openFolder(where));
const gateway = createBareGateway('simulator');
/** Between the moment a message is said and the one at which we are told so, a process may die too. */
const aMoment = (): Promise<void> => pause(Math.random() * 10);
const ctx = createContext(
  {
    domainId,
    actor: { kind: 'system', name: 'bot' },
    channel: 'system',
    clock,
    log: createLog('silent'),
    files: createFileStore(`${where}/files`),
  },
  store.db,
);
const bot = createBot({
  ctx,
  gateways: [
    {
      ...gateway,
      say: async (to, { key }) => {
        await aMoment();
        tell(`said ${to.externalId} ${key}`);
        await aMoment();
      },
    },
  ],
  listen: (heard) => hearChat(store, domainId, heard),
  ...(task === 'speak' ? { speaker: createSpeaker(ctx, name) } : {}),
});
await bot.start();
tell('ready');

for (let n = Number(from); task === 'hear'; n++) {
  await gateway.hear({
    externalId: `message-${n}`,
    sentAt: clock(),
    contact: { externalId: name, name: '一村联络员' },
    room: n % 3 === 0 ? null : { externalId: `room-${n % 3}`, topic: `群${n % 3}` },
    text: `2.1-1 ${(n % 98) + 1}%`,
    mentioned: false,
    file: null,
  });
  tell(`${n}`);
}

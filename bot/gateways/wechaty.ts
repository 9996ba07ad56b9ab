/**
 * The gateway through wechaty, with any puppet: a puppet's name for real WeChat, or a puppet itself (the simulator's).
 * The only file that knows wechaty.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { FileBox } from 'file-box';
import type { Logger } from 'pino';
import { type Message, types, WechatyBuilder, log as wechatyLog } from 'wechaty';
import type { Clock } from '../../api/context.ts';
import { Refusal } from '../../api/errors.ts';
import { MAX_FILE_BYTES } from '../../api/services/files/keep-file.ts';
import type { GatewayName } from '../../db/vocabulary.ts';
import type { Gateway, GatewayLife, GatewayStatus, Handlers, Heard, Speech } from './gateway.ts';

type Puppet = NonNullable<NonNullable<Parameters<typeof WechatyBuilder.build>[0]>['puppet']>;

export interface WechatyOptions {
  name: GatewayName;
  /** The name of a puppet package that is installed (`wechaty-puppet-service`), or a puppet. */
  puppet: string | Puppet;
  /** Where the login is kept between starts, without its ending; kept nowhere where absent. */
  memory?: string;
  clock: Clock;
  log: Logger;
  /** Pauses before storing is tried again, in milliseconds; a puppet does not deliver a second time by itself. */
  storeAgainAfterMs?: readonly number[];
}

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

const boxOf = ({ name, bytes }: NonNullable<Speech['file']>): FileBox =>
  FileBox.fromBase64(Buffer.from(bytes).toString('base64'), name);

/** What is heard of a message; null for what concerns nobody: own messages, official accounts, stickers, recalls. */
async function heardOf(message: Message, log: Logger): Promise<Heard | null> {
  const talker = message.talker();
  const isFile = FILE_TYPES.includes(message.type());
  if (message.self() || talker.type() === types.Contact.Official) return null;
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

/** Puppets that `WECHATY_PUPPET` may name; all but the service's are installed beside the product when wanted. */
const PUPPETS = [
  'wechaty-puppet-service',
  'wechaty-puppet-wechat4u',
  'wechaty-puppet-padlocal',
  'wechaty-puppet-wechat',
] as const satisfies readonly Puppet[];

/** The puppet of that name. Throws `invalid` where there is none. */
export function puppetNamed(name: string): Puppet {
  const known = PUPPETS.find((each) => each === name);
  if (known === undefined)
    throw new Refusal('invalid', 'puppet', `WECHATY_PUPPET 要是 ${PUPPETS.join('、')} 之一`);
  return known;
}

/** Makes a gateway over wechaty. */
export function createWechatyGateway(options: WechatyOptions): Gateway {
  const { clock, log, storeAgainAfterMs = [] } = options;
  // wechaty writes names and texts into its own log; ours carries neither.
  wechatyLog.level('silent');
  const wechaty = WechatyBuilder.build({
    // wechaty's type lists the packages it has heard of; any that is installed will do.
    puppet: options.puppet as Puppet,
    ...(options.memory === undefined ? {} : { name: options.memory }),
  });
  let status: GatewayStatus = {
    life: 'off',
    since: clock(),
    qrcode: null,
    lastInbound: null,
    lastOutbound: null,
    fault: null,
  };
  let handlers: Handlers | null = null;
  /** Messages are taken in one after another, in the order they came. */
  let queue: Promise<void> = Promise.resolve();

  function become(life: GatewayLife, qrcode: string | null = null): void {
    const since = life === status.life ? status.since : clock();
    status = { ...status, life, since, qrcode };
    handlers?.changed();
  }

  function failed(error: unknown): void {
    status = { ...status, fault: error instanceof Error ? error.message : String(error) };
    log.warn({ err: error, gateway: options.name }, 'the gateway reports a fault');
  }

  async function store(heard: Heard): Promise<void> {
    for (const wait of [...storeAgainAfterMs, null]) {
      try {
        await handlers?.received(heard);
        status = { ...status, lastInbound: clock(), fault: null };
        return;
      } catch (error) {
        failed(error);
        if (wait !== null) await pause(wait);
      }
    }
  }

  async function hear(messageId: string): Promise<void> {
    const message = await wechaty.Message.find({ id: messageId });
    const heard = message === undefined ? null : await heardOf(message, log);
    if (heard !== null) await store(heard);
  }

  wechaty
    .on('scan', (qrcode) => become('scan', qrcode))
    .on('login', () => become('online'))
    .on('logout', () => become('offline'))
    .on('error', failed)
    .on('puppet', (puppet) => {
      // wechaty looks several messages up at once and tells of them in the order it is done; the puppet's is theirs.
      puppet.on('message', ({ messageId }) => {
        queue = queue.then(() => hear(messageId)).catch(failed);
      });
    });

  return {
    name: options.name,
    status: () => status,
    start: async (given) => {
      handlers = given;
      become('offline');
      await wechaty.start();
    },
    stop: async () => {
      await wechaty.stop();
      await queue;
      become('off');
      handlers = null;
    },
    say: async (to, { text, mentions, file }) => {
      const box = file === undefined || file === null ? null : boxOf(file);
      if (to.kind === 'room') {
        const room = await wechaty.Room.find({ id: to.externalId });
        if (room === undefined) throw new Error('通道里没有这个群');
        const found = await Promise.all(mentions.map((id) => wechaty.Contact.find({ id })));
        await room.say(text, ...found.filter((contact) => contact !== undefined));
        if (box !== null) await room.say(box);
      } else {
        const contact = await wechaty.Contact.find({ id: to.externalId });
        if (contact === undefined) throw new Error('通道里没有这个联系人');
        await contact.say(text);
        if (box !== null) await contact.say(box);
      }
      status = { ...status, lastOutbound: clock(), fault: null };
    },
  };
}

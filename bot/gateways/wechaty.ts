/**
 * The gateway through wechaty, with any puppet: a puppet's name for real WeChat, or a puppet itself (the simulator's).
 * The files of its name are the only ones that know wechaty.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { FileBox } from 'file-box';
import type { Logger } from 'pino';
import { type Message, types, WechatyBuilder, log as wechatyLog } from 'wechaty';
import type { Clock } from '../../api/context.ts';
import { Refusal } from '../../api/errors.ts';
import type { GatewayName } from '../../db/vocabulary.ts';
import type { Gateway, GatewayLife, GatewayStatus, Handlers, Heard, Speech, Target } from './gateway.ts';
import { isLineBroken, pushFault } from './wechaty-faults.ts';
import { heardOf } from './wechaty-heard.ts';
import { holdFirstEvents } from './wechaty-stream.ts';

type Puppet = NonNullable<NonNullable<Parameters<typeof WechatyBuilder.build>[0]>['puppet']>;

export interface WechatyOptions {
  name: GatewayName;
  /** The name of a puppet package that is installed (`wechaty-puppet-service`), or a puppet. */
  puppet: string | Puppet;
  /** What the puppet is told: the service's address, its token. */
  puppetOptions?: Readonly<Record<string, unknown>>;
  /** Where the login is kept between starts, without its ending; kept nowhere where absent. */
  memory?: string;
  clock: Clock;
  log: Logger;
  /** Pauses before storing is tried again, in milliseconds; a puppet does not deliver a second time by itself. */
  storeAgainAfterMs?: readonly number[];
  /** The first pause before a broken line is connected anew, doubling to half a minute. */
  reconnectAfterMs?: number;
}

/** A sign of life that was asked for comes by then, or not at all. */
const ANSWER_WITHIN_MS = 15_000;
/** So long a line that is said to be broken is given to show that it is not. */
const CHECK_WITHIN_MS = 3000;
const LONGEST_PAUSE_MS = 30_000;

const boxOf = ({ name, bytes }: NonNullable<Speech['file']>): FileBox =>
  FileBox.fromBase64(Buffer.from(bytes).toString('base64'), name);

/** What a broken line means while something is being said. */
const saying = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => Promise.reject(pushFault(error)));

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
  const { clock, log, storeAgainAfterMs = [], reconnectAfterMs = 1000 } = options;
  // wechaty writes names and texts into its own log; ours carries neither.
  wechatyLog.level('silent');
  holdFirstEvents();
  const wechaty = WechatyBuilder.build({
    // wechaty's type lists the packages it has heard of; any that is installed will do.
    puppet: options.puppet as Puppet,
    ...(options.puppetOptions === undefined ? {} : { puppetOptions: options.puppetOptions }),
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
  let connecting: Promise<void> | null = null;
  let stopped = true;
  /** Whether the line broke since the last start. */
  let broken = false;
  /** Ends a pause between two tries to connect: the state has changed. */
  let nudge = new AbortController();

  function become(life: GatewayLife, qrcode: string | null = null): void {
    const since = life === status.life ? status.since : clock();
    status = { ...status, life, since, qrcode };
    nudge.abort();
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

  /** Own words that come back tell that they arrived. */
  async function tellEcho(message: Message): Promise<void> {
    const room = message.room();
    if (room !== undefined && message.type() === types.Message.Text)
      handlers?.cameBack?.({ roomId: room.id, text: message.text() });
  }

  async function hear(messageId: string): Promise<void> {
    const message = await wechaty.Message.find({ id: messageId });
    if (message?.self()) return tellEcho(message);
    const heard = message === undefined ? null : await heardOf(message, log);
    if (heard !== null) await store(heard);
  }

  /** Stops and starts until the puppet says who is logged in, or what to scan. */
  async function connectAnew(): Promise<void> {
    become('offline');
    for (let wait = reconnectAfterMs; !stopped && status.life === 'offline'; wait *= 2) {
      nudge = new AbortController();
      broken = false;
      try {
        await wechaty.stop();
        await wechaty.start();
      } catch (error) {
        failedOrLost(error);
      }
      const longest = broken ? Math.min(wait, LONGEST_PAUSE_MS) : LONGEST_PAUSE_MS;
      await pause(longest, undefined, { signal: nudge.signal }).catch(() => undefined);
    }
  }

  function reconnect(): Promise<void> {
    connecting ??= connectAnew().finally(() => {
      connecting = null;
    });
    return connecting;
  }

  /** Rings, and waits for the puppet's own answer: it has gone the whole way there and back. */
  async function ring(withinMs: number): Promise<void> {
    const giveUp = new AbortController();
    const word = `duban-${clock().getTime()}`;
    const heardBack = new Promise<void>((resolve) => {
      const listen = (data?: string): void => {
        if (data !== word) return;
        wechaty.off('dong', listen);
        resolve();
      };
      wechaty.on('dong', listen);
      giveUp.signal.addEventListener('abort', () => wechaty.off('dong', listen));
    });
    wechaty.ding(word);
    const tooLate = pause(withinMs, undefined, { signal: giveUp.signal, ref: false }).then(() => {
      throw new Error('探测没有回音');
    });
    tooLate.catch(() => undefined);
    await Promise.race([heardBack, tooLate]).finally(() => giveUp.abort());
  }

  /** A fault of the line may be the last word of one that is gone already: whoever answers is not cut off. */
  function checkLine(): Promise<void> {
    become('offline');
    connecting = ring(CHECK_WITHIN_MS)
      .then(
        () => become('online'),
        () => connectAnew(),
      )
      .finally(() => {
        connecting = null;
      });
    return connecting;
  }

  function failedOrLost(error: unknown): void {
    failed(error);
    if (!isLineBroken(error)) return;
    broken = true;
    if (!stopped) void (status.life === 'online' && connecting === null ? checkLine() : reconnect());
  }

  wechaty
    .on('scan', (qrcode) => become('scan', qrcode))
    .on('login', () => become('online'))
    .on('logout', () => become('offline'))
    .on('error', failedOrLost)
    .on('puppet', (puppet) => {
      // wechaty looks several messages up at once and tells of them in the order it is done; the puppet's is theirs.
      puppet.on('message', ({ messageId }) => {
        queue = queue.then(() => hear(messageId)).catch(failed);
      });
    });

  async function pushTo(to: Target, { text, mentions, file }: Speech): Promise<void> {
    const box = file === undefined || file === null ? null : boxOf(file);
    if (to.kind === 'room') {
      const room = await wechaty.Room.find({ id: to.externalId });
      if (room === undefined) throw new Error('通道里没有这个群');
      const found = await Promise.all(mentions.map((id) => wechaty.Contact.find({ id })));
      await saying(room.say(text, ...found.filter((contact) => contact !== undefined)));
      if (box !== null) await saying(room.say(box));
    } else {
      const contact = await wechaty.Contact.find({ id: to.externalId });
      if (contact === undefined) throw new Error('通道里没有这个联系人');
      await saying(contact.say(text));
      if (box !== null) await saying(contact.say(box));
    }
  }

  return {
    name: options.name,
    status: () => status,
    start: async (given) => {
      handlers = given;
      stopped = false;
      become('offline');
      await wechaty.start();
    },
    stop: async () => {
      stopped = true;
      nudge.abort();
      await connecting;
      await wechaty.stop();
      await queue;
      become('off');
      handlers = null;
    },
    say: async (to, speech) => {
      await pushTo(to, speech);
      status = { ...status, lastOutbound: clock(), fault: null };
    },
    probe: () => ring(ANSWER_WITHIN_MS),
    reconnect,
    roster: async (roomId) => {
      const ids = await wechaty.puppet.roomList();
      if (!ids.includes(roomId)) return null;
      const room = await wechaty.Room.find({ id: roomId });
      const members = (await room?.memberAll()) ?? [];
      return members.map((member) => ({ externalId: member.id, name: member.name() }));
    },
  };
}

/**
 * The WeCom smart robot (企业微信智能机器人) over its long connection: hears what is said to it in private and where it
 * is mentioned in groups, answers and pushes, needs no public address. The only file that knows the robot's SDK.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { type BaseMessage, WSClient, type WsFrame } from '@wecom/aibot-node-sdk';
import type { Logger } from 'pino';
import type { Clock } from '../../api/context.ts';
import { type Gateway, type Handlers, type Heard, type Speech, Throttled, Unclear } from './gateway.ts';
import { splitText } from './split-text.ts';
import { createStatusBoard } from './status.ts';

export interface WecomOptions {
  botId: string;
  secret: string;
  /** WeCom's own address unless given. */
  url?: string;
  clock: Clock;
  log: Logger;
  /** Pauses before storing is tried again: the robot does not deliver a second time. */
  storeAgainAfterMs?: readonly number[];
  heartbeatMs?: number;
  reconnectAfterMs?: number;
}

/** A message's markdown, by WeCom's documentation. */
const MOST_BYTES = 20_480;
/** Frequency limits: the API's, the robot's. */
const THROTTLED = new Set([45009, 45033, 846607]);
/** The SDK gave the frame to the line and no receipt came. */
const UNCLEAR = /ack timeout|cancelled/i;

const codeOf = (error: unknown): number | null =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode
    : null;

function pushFault(error: unknown): Error {
  const code = codeOf(error);
  if (code !== null && THROTTLED.has(code)) return new Throttled(`企业微信限流（${code}）`);
  if (code !== null) return new Error(`企业微信没有收下消息（${code}）`);
  const text = error instanceof Error ? error.message : String(error);
  return UNCLEAR.test(text) ? new Unclear('企业微信没有回执') : new Error(text);
}

type Part = Partial<Record<'text' | 'voice', { content?: string }>> & {
  mixed?: { msg_item?: { text?: { content?: string } }[] };
};

/** The words of a message or of what it quotes. */
function wordsOf({ text, voice, mixed }: Part): string {
  const parts = mixed?.msg_item?.map((item) => item.text?.content ?? '') ?? [];
  return [text?.content ?? voice?.content ?? '', ...parts].filter((each) => each !== '').join('\n');
}

/** A quotation in front, as WeChat writes it: it may name the task. */
function textOf(message: BaseMessage): string {
  const { text, voice, mixed, quote } = message;
  const said = wordsOf({ text, voice, mixed });
  const quoted = quote === undefined ? '' : wordsOf(quote);
  return quoted === '' ? said : `「${quoted}」\n- - - - - -\n${said}`;
}

/** Where the picture or file of a message is, and its key. */
function fileAt(message: BaseMessage): { url: string; aeskey?: string } | null {
  const items: { image?: { url: string; aeskey?: string } }[] = message.mixed?.msg_item ?? [];
  return message.image ?? message.file ?? message.video ?? items.find(({ image }) => image)?.image ?? null;
}

/** Makes the gateway of a robot. */
export function createWecomGateway(options: WecomOptions): Gateway {
  const { clock, log, storeAgainAfterMs = [500, 2000, 8000] } = options;
  const board = createStatusBoard(clock);
  // The SDK writes messages into its log; ours carries none.
  const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  const client = new WSClient({
    botId: options.botId,
    secret: options.secret,
    logger: quiet,
    maxReconnectAttempts: -1,
    maxAuthFailureAttempts: -1,
    ...(options.url === undefined ? {} : { wsUrl: options.url }),
    ...(options.heartbeatMs === undefined ? {} : { heartbeatInterval: options.heartbeatMs }),
    ...(options.reconnectAfterMs === undefined ? {} : { reconnectInterval: options.reconnectAfterMs }),
  });
  let handlers: Handlers | null = null;
  /** Messages are taken in one after another, in the order they came. */
  let queue: Promise<void> = Promise.resolve();

  function failed(error: unknown): void {
    const fault = error instanceof Error ? error.message : String(error);
    board.failed(fault);
    log.warn({ gateway: 'wecom', fault }, 'the gateway reports a fault');
  }

  async function fileOf(message: BaseMessage): Promise<Heard['file']> {
    const at = fileAt(message);
    if (at === null) return null;
    try {
      const { buffer, filename } = await client.downloadFile(at.url, at.aeskey ?? '');
      return { name: filename ?? (message.msgtype === 'image' ? '照片.jpg' : '文件'), bytes: buffer };
    } catch (error) {
      failed(error);
      return { name: '文件', bytes: null };
    }
  }

  async function heardOf(message: BaseMessage): Promise<Heard> {
    const { chatid, chattype, from, create_time: seconds } = message;
    const inGroup = chattype === 'group' && chatid !== undefined;
    return {
      externalId: message.msgid,
      sentAt: seconds === undefined ? clock() : new Date(seconds * 1000),
      contact: { externalId: from.userid, name: from.userid },
      room: inGroup ? { externalId: chatid, topic: `企业微信群 ${chatid.slice(-6)}` } : null,
      text: textOf(message),
      mentioned: inGroup,
      file: await fileOf(message),
    };
  }

  async function hear(message: BaseMessage): Promise<void> {
    const heard = await heardOf(message);
    for (const wait of [...storeAgainAfterMs, null]) {
      try {
        await handlers?.received(heard);
        board.heard();
        return;
      } catch (error) {
        failed(error);
        if (wait !== null) await pause(wait);
      }
    }
  }

  function become(life: 'online' | 'offline'): void {
    board.become(life);
    handlers?.changed();
  }

  client
    .on('authenticated', () => become('online'))
    .on('disconnected', () => become('offline'))
    .on('event.disconnected_event', () => failed(new Error('同一个机器人在别处连接，这里被断开')))
    .on('error', failed)
    .on('message', (frame: WsFrame<BaseMessage>) => {
      const { body } = frame;
      if (body !== undefined) queue = queue.then(() => hear(body)).catch(failed);
    });

  async function push(chat: string, { text, mentions, file }: Speech): Promise<void> {
    const named = [...mentions.map((id) => `<@${id}>`), text].join(' ');
    let said = 0;
    for (const content of splitText(named, MOST_BYTES)) {
      try {
        await client.sendMessage(chat, { msgtype: 'markdown', markdown: { content } });
      } catch (error) {
        throw said > 0 ? new Unclear('只发出了一部分') : pushFault(error);
      }
      said += 1;
    }
    if (file === undefined || file === null) return;
    const type = /\.(png|jpe?g|gif)$/i.test(file.name) ? 'image' : 'file';
    try {
      const { media_id: id } = await client.uploadMedia(Buffer.from(file.bytes), {
        type,
        filename: file.name,
      });
      await client.sendMediaMessage(chat, type, id);
    } catch (error) {
      failed(error);
      throw new Unclear('文字已发出，图片没有发出');
    }
  }

  return {
    name: 'wecom',
    status: board.status,
    start: (given) => {
      handlers = given;
      board.become('offline');
      client.connect();
      return Promise.resolve();
    },
    stop: async () => {
      client.disconnect();
      await queue;
      board.become('off');
      handlers = null;
    },
    say: async (to, speech) => {
      await push(to.externalId, speech);
      board.said();
    },
    // The SDK's own heartbeat cuts a line that gives no answer twice.
    probe: () => (client.isConnected ? Promise.resolve() : Promise.reject(new Error('长连接已断开'))),
    reconnect: () => {
      client.disconnect();
      client.connect();
      return Promise.resolve();
    },
  };
}

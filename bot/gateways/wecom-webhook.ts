/**
 * WeCom group robots' webhooks (企业微信群推送): push only, one address for each room. The address is a secret: the room
 * is known by the name given to it, and no fault or log carries the address.
 */
import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import type { Clock } from '../../api/context.ts';
import { type Gateway, type Handlers, type Speech, Throttled, Unclear } from './gateway.ts';
import { splitText } from './split-text.ts';
import { createStatusBoard } from './status.ts';

export interface WebhookOptions {
  /** The address of each room, by the room's name. */
  rooms: ReadonlyMap<string, string>;
  clock: Clock;
  log: Logger;
  /** Longer is not waited for an answer. */
  answerWithinMs?: number;
}

const MOST_TEXT_BYTES = 2048;
const MOST_PICTURE_BYTES = 2 * 1024 * 1024;
const PICTURE = /\.(png|jpe?g)$/i;

/** What WeCom's documented codes mean for us. */
const FAULTS: ReadonlyMap<number, (room: string) => Error> = new Map([
  [45009, (room) => new Throttled(`企业微信限流（45009）：${room}`)],
  [93000, (room) => new Error(`“${room}”的推送地址无效（93000），请重新生成并改配置`)],
  [40058, (room) => new Error(`“${room}”不接受这样的消息（40058）`)],
]);

type Body =
  | { msgtype: 'text'; text: { content: string } }
  | { msgtype: 'image'; image: { base64: string; md5: string } };

function pictureOf({ name, bytes }: NonNullable<Speech['file']>): Body | null {
  if (!PICTURE.test(name) || bytes.length > MOST_PICTURE_BYTES) return null;
  const md5 = createHash('md5').update(bytes).digest('hex');
  return { msgtype: 'image', image: { base64: Buffer.from(bytes).toString('base64'), md5 } };
}

/** The pieces a speech goes out in. A file that a webhook takes not is left out, and the text says so. */
function bodiesOf({ text, file }: Speech): Body[] {
  const picture = file === undefined || file === null ? null : pictureOf(file);
  const missing = (file ?? null) !== null && picture === null;
  const words = missing ? `${text}\n（附件发不到这个群，请在网页查看）` : text;
  const texts = splitText(words, MOST_TEXT_BYTES).map(
    (content): Body => ({ msgtype: 'text', text: { content } }),
  );
  return picture === null ? texts : [...texts, picture];
}

/** Whether the request cannot have been taken: the line was never there. */
const neverLeft = (error: unknown): boolean => {
  const cause = error instanceof Error ? error.cause : null;
  const code = cause instanceof Error && 'code' in cause ? cause.code : null;
  return code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'EAI_AGAIN';
};

const errcodeOf = (answer: unknown): number | null =>
  typeof answer === 'object' && answer !== null && 'errcode' in answer && typeof answer.errcode === 'number'
    ? answer.errcode
    : null;

/** Makes the gateway of these webhooks. */
export function createWebhookGateway({
  rooms,
  clock,
  log,
  answerWithinMs = 10_000,
}: WebhookOptions): Gateway {
  const board = createStatusBoard(clock);
  let handlers: Handlers | null = null;

  /** Posts one piece. The faults are our own words: fetch's carry the address. */
  async function post(room: string, address: string, body: Body): Promise<void> {
    let response: Response;
    try {
      response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        redirect: 'error',
        signal: AbortSignal.timeout(answerWithinMs),
      });
    } catch (error) {
      throw neverLeft(error) ? new Error('连不上企业微信') : new Unclear('企业微信没有回音');
    }
    const code = response.ok ? errcodeOf(await response.json().catch(() => null)) : null;
    if (code === 0) return;
    if (code === null) throw new Error(`企业微信没有收下消息（HTTP ${response.status}）`);
    throw FAULTS.get(code)?.(room) ?? new Error(`企业微信没有收下消息（${code}）`);
  }

  async function push(room: string, speech: Speech): Promise<void> {
    const address = rooms.get(room);
    if (address === undefined) throw new Error(`没有配置“${room}”的推送地址`);
    let said = 0;
    for (const body of bodiesOf(speech)) {
      try {
        await post(room, address, body);
      } catch (error) {
        throw said > 0 ? new Unclear('只发出了一部分') : error;
      }
      said += 1;
    }
  }

  return {
    name: 'wecom-webhook',
    status: board.status,
    start: (given) => {
      handlers = given;
      board.become('online');
      handlers.changed();
      return Promise.resolve();
    },
    stop: () => {
      board.become('off');
      handlers = null;
      return Promise.resolve();
    },
    say: async (to, speech) => {
      if (to.kind === 'contact') throw new Error('群推送不能发私信');
      try {
        await push(to.externalId, speech);
        board.said();
      } catch (error) {
        const fault = error instanceof Error ? error.message : '没有发出';
        board.failed(fault);
        log.warn({ gateway: 'wecom-webhook', fault }, 'the gateway reports a fault');
        throw error;
      }
    },
  };
}

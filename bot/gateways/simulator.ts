/**
 * The simulated chat (模拟聊天): wechaty itself over wechaty-puppet-mock, peopled with the rooms and contacts that the
 * database has on this gateway. What is typed into the chat window comes in as it would from WeChat.
 */
import { randomUUID } from 'node:crypto';
import { FileBox, type FileBoxInterface } from 'file-box';
import { types } from 'wechaty-puppet';
import { mock, PuppetMock } from 'wechaty-puppet-mock';
import type { Context } from '../../api/context.ts';
import { notFound, Refusal } from '../../api/errors.ts';
import type { ChatWindow, Said } from '../../api/services/chat/chat-window.ts';
import { type SimulatorCast, simulatorCast } from '../../api/services/chat/simulator-cast.ts';
import type { Gateway } from './gateway.ts';
import { createWechatyGateway } from './wechaty.ts';

export const BOT_NAME = '督办助手';
const BOT_ID = 'duban-bot';
/** What is not acknowledged by then is not waited for. */
const STORED_WITHIN_MS = 15_000;

/** The mock puppet drops mentions and tells rooms by an `@` in their number; ours come from the database. */
class SimulatorPuppet extends PuppetMock {
  override messageSendText(to: string, text: string, mentions: string[] = []): Promise<void> {
    return this.send(to, text, mentions);
  }

  override messageSendFile(to: string, file: FileBoxInterface): Promise<void> {
    return this.send(to, file, []);
  }

  private send(to: string, what: string | FileBoxInterface, mentions: readonly string[]): Promise<void> {
    const { ContactMock, RoomMock, cacheRoomPayload } = this.mocker;
    const known = mentions.map((id) => ContactMock.load(id));
    const target = cacheRoomPayload.has(to) ? RoomMock.load(to) : ContactMock.load(to);
    ContactMock.load(this.currentUserId).say(what, known).to(target);
    return Promise.resolve();
  }
}

/** Somebody who waits for a message to be stored. */
interface Waiter {
  resolve(): void;
  reject(error: unknown): void;
  timer: NodeJS.Timeout;
}

export interface Simulator {
  gateway: Gateway;
  window: ChatWindow;
  /** The puppet's own world, where tests see what the bot really said. */
  mocker: mock.Mocker;
  /** Resolves once the message of that number is stored; rejects where it is not, or not in time. */
  stored(messageId: string): Promise<void>;
}

const isPicture = (name: string): boolean => /\.(png|jpe?g|gif|webp|heic)$/i.test(name);

/** Makes the simulator of the context's sub-district. */
export function createSimulator(ctx: Context): Simulator {
  const mocker = new mock.Mocker();
  const puppet = new SimulatorPuppet({ mocker });
  const bot = mocker.createContact({ id: BOT_ID, name: BOT_NAME });
  const inner = createWechatyGateway({ name: 'simulator', puppet, clock: ctx.clock, log: ctx.log });
  /** Those who wait for their message to be stored, by its number. */
  const waiting = new Map<string, Waiter>();

  async function people(): Promise<SimulatorCast> {
    const cast = await simulatorCast(ctx);
    for (const { externalId, name } of cast.contacts) {
      if (!mocker.cacheContactPayload.has(externalId))
        mocker.createContact({ id: externalId, name, avatar: '' });
    }
    for (const { externalId, topic, members } of cast.rooms) {
      const ids = cast.contacts.filter(({ id }) => members.includes(id)).map((each) => each.externalId);
      const memberIdList = [BOT_ID, ...ids];
      const known = mocker.cacheRoomPayload.get(externalId);
      if (known === undefined) mocker.createRoom({ id: externalId, topic, memberIdList, avatar: '' });
      else Object.assign(known, { topic, memberIdList });
    }
    return cast;
  }

  function stored(id: string): Promise<void> {
    const late = new Refusal('unavailable', 'notStored', '消息没有送达，请稍后再试');
    return new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(late), STORED_WITHIN_MS);
      waiting.set(id, { resolve, reject, timer });
    }).finally(() => {
      clearTimeout(waiting.get(id)?.timer);
      waiting.delete(id);
    });
  }

  function deliver(said: Said, talkerId: string, roomId: string | null): Promise<void> {
    const id = randomUUID();
    const { text, file } = said;
    if (file !== undefined) {
      mocker.cacheFileBoxPayload.set(
        id,
        FileBox.fromBase64(Buffer.from(file.bytes).toString('base64'), file.name).toJSON(),
      );
    }
    const fileType = isPicture(file?.name ?? '') ? types.Message.Image : types.Message.Attachment;
    const common = {
      id,
      talkerId,
      text,
      timestamp: ctx.clock().getTime(),
      type: file === undefined ? types.Message.Text : fileType,
    };
    const done = stored(id);
    mocker.MessageMock.create(
      roomId === null
        ? { ...common, listenerId: BOT_ID }
        : { ...common, roomId, mentionIdList: text.includes(`@${BOT_NAME}`) ? [BOT_ID] : [] },
    );
    puppet.emit('message', { messageId: id });
    return done;
  }

  return {
    mocker,
    stored,
    gateway: {
      ...inner,
      start: async (handlers) => {
        await people();
        await inner.start({
          changed: handlers.changed,
          received: async (heard) => {
            const waiter = waiting.get(heard.externalId);
            try {
              await handlers.received(heard);
              waiter?.resolve();
            } catch (error) {
              waiter?.reject(error);
              throw error;
            }
          },
        });
        mocker.login(bot);
      },
      say: async (to, speech) => {
        if (!mocker.cacheContactPayload.has(to.externalId) && !mocker.cacheRoomPayload.has(to.externalId))
          await people();
        await inner.say(to, speech);
      },
    },
    window: {
      rooms: async () => (await people()).rooms.map(({ id, members }) => ({ id, members })),
      say: async (said) => {
        const { contacts, rooms } = await people();
        const talker = contacts.find(({ id }) => id === said.contactId);
        const room = said.roomId === null ? null : rooms.find(({ id }) => id === said.roomId);
        if (talker === undefined || (room !== null && !room?.members.includes(talker.id)))
          throw notFound('联系人');
        await deliver(said, talker.externalId, room?.externalId ?? null);
      },
    },
  };
}

/**
 * A chat for tests: a world with the small plan, its people as contacts of the simulator, a work group of the first
 * village; real wechaty over the mock puppet. Tests are transcripts, played and compared line by line.
 */
import { expect, onTestFinished } from 'vitest';
import { types } from 'wechaty-puppet';
import { hearChat } from '../../api/services/chat/hear-chat.ts';
import { giveSmallPlan } from '../../api/testing/small-plan.ts';
import type { World, WorldUnit } from '../../api/testing/world.ts';
import { contacts, rooms, roomUnits } from '../../db/schema/chat.ts';
import type { ContactId, PersonId, Role, RoomId } from '../../db/vocabulary.ts';
import { type Bot, createBot } from '../bot.ts';
import { BOT_NAME, createSimulator, type Simulator } from '../gateways/simulator.ts';

/** Who speaks in the transcripts, by the name that the chat shows. */
const CAST: Readonly<Record<string, readonly [Role, WorldUnit]>> = {
  一村联络员: ['liaison', 'village'],
  二村联络员: ['liaison', 'otherVillage'],
  司法所联络员: ['liaison', 'otherDepartment'],
  未保办小李: ['office', 'department'],
  街道领导: ['leader', 'street'],
};
const STRANGER = '新来的人';
const ROOM = '示例一村工作群';

export interface Chat {
  bot: Bot;
  simulator: Simulator;
  room: RoomId;
  contact(name: string): ContactId;
  /** Says something in the group, or in private to the bot, and waits until all is done. */
  say(
    name: string,
    text: string,
    extra?: { private?: boolean; file?: { name: string; bytes: Uint8Array } },
  ): Promise<void>;
  /** Delivers a message of the group as the gateway would, with a number and a stamp of its own. */
  deliver(message: { name: string; text: string; sentAt: Date; externalId: string }): Promise<void>;
  /**
   * Plays a transcript, a line for each message: `一村联络员：2.1-3 已完成`. Lines of the bot are what it is to say, all of
   * it and nothing else; `（私）` stands for a private talk, and ⏎ for a new line. `[照片]` sends a picture.
   */
  plays(transcript: string): Promise<void>;
}

const externalIdOf = ({ domainId }: World, name: string): string => `contact-${domainId}-${name}`;

async function addContacts(w: World): Promise<Map<string, ContactId>> {
  const people: [string, PersonId | null][] = Object.entries(CAST).map(([name, [role, of]]) => [
    name,
    w.person(role, of).id,
  ]);
  const rows = await w.store.db
    .insert(contacts)
    .values(
      [...people, [STRANGER, null] as const].map(([name, personId]) => ({
        domainId: w.domainId,
        gateway: 'simulator' as const,
        externalId: externalIdOf(w, name),
        name,
        personId,
        boundAt: personId === null ? null : w.clock(),
      })),
    )
    .returning({ id: contacts.id, name: contacts.name });
  return new Map(rows.map(({ id, name }) => [name, id]));
}

async function addRoom(w: World, bound: boolean): Promise<RoomId> {
  const { domainId } = w;
  const [row] = await w.store.db
    .insert(rooms)
    .values({ domainId, gateway: 'simulator', externalId: `room-${domainId}`, topic: ROOM })
    .returning({ id: rooms.id });
  if (row === undefined) throw new Error('no room was added');
  if (bound) await w.store.db.insert(roomUnits).values({ domainId, roomId: row.id, unitId: w.unit.village });
  return row.id;
}

interface Line {
  speaker: string;
  private: boolean;
  text: string;
}

const LINE = /^(.+?)(（私）)?：(.*)$/s;
const parse = (transcript: string): Line[] =>
  transcript
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [, speaker = '', private_, text = ''] = LINE.exec(line) ?? [];
      return { speaker, private: private_ !== undefined, text: text.replaceAll('⏎', '\n') };
    });
const show = ({ speaker, private: alone, text }: Line): string =>
  `${speaker}${alone ? '（私）' : ''}：${text.replaceAll('\n', '⏎')}`;

/** All that was said so far, as the puppet has it. */
function heardBy({ mocker }: Simulator): Line[] {
  return [...mocker.cacheMessagePayload.values()].map((message) => ({
    speaker: mocker.cacheContactPayload.get(message.talkerId ?? '')?.name ?? '',
    private: message.roomId === undefined,
    text: mocker.cacheFileBoxPayload.has(message.id) ? '[照片]' : (message.text ?? ''),
  }));
}

/** Opens the chat of a fresh world; closed when the test is over. */
export async function openChat(
  w: World,
  { picture = new Uint8Array(), bound = true, linkTo = false } = {},
): Promise<Chat> {
  await giveSmallPlan(w);
  const ids = await addContacts(w);
  const room = await addRoom(w, bound);
  const simulator = createSimulator(w.system);
  const bot = createBot({
    ctx: w.system,
    gateways: [simulator.gateway],
    listen: (heard) => hearChat(w.store, w.domainId, heard),
    ...(linkTo
      ? {
          linkTo: ({ assignmentId }) => `http://localhost/m/${assignmentId}`,
          linkToPage: (path) => `http://localhost${path}`,
        }
      : {}),
  });
  await bot.start();
  onTestFinished(() => bot.stop());

  const contact = (name: string): ContactId => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`nobody is called ${name}`);
    return id;
  };
  const say: Chat['say'] = async (name, text, extra = {}) => {
    const { private: alone = false, file } = extra;
    const said = { contactId: contact(name), roomId: alone ? null : room, text };
    await simulator.window.say(file === undefined ? said : { ...said, file });
    await bot.idle();
  };
  return {
    bot,
    simulator,
    room,
    contact,
    say,
    deliver: async ({ name, text, sentAt, externalId }) => {
      const { mocker } = simulator;
      if (!mocker.cacheMessagePayload.has(externalId)) {
        mocker.MessageMock.create({
          id: externalId,
          talkerId: externalIdOf(w, name),
          roomId: `room-${w.domainId}`,
          mentionIdList: [],
          text,
          timestamp: sentAt.getTime(),
          type: types.Message.Text,
        });
      }
      const stored = simulator.stored(externalId);
      mocker.puppet.emit('message', { messageId: externalId });
      await stored;
      await bot.idle();
    },
    plays: async (transcript) => {
      const script = parse(transcript);
      const before = heardBy(simulator).length;
      for (const { speaker, private: alone, text } of script.filter((line) => line.speaker !== BOT_NAME)) {
        const isPicture = text === '[照片]';
        await say(speaker, isPicture ? '' : text, {
          private: alone,
          ...(isPicture ? { file: { name: '照片.png', bytes: picture } } : {}),
        });
      }
      expect(heardBy(simulator).slice(before).map(show)).toEqual(script.map(show));
    },
  };
}

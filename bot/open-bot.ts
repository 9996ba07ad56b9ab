/** The bot over the chats that are configured, several at once; the simulator with its chat window where none is. */
import type { ChatWindow } from '../api/services/chat/chat-window.ts';
import { ensureRooms } from '../api/services/chat/ensure-rooms.ts';
import { type Bot, type BotParts, createBot } from './bot.ts';
import type { GatewayChoice } from './gateways/choices.ts';
import type { Gateway } from './gateways/gateway.ts';
import { createSpeaker } from './speaker.ts';

export interface Chat {
  bot: Bot;
  /** Where a person may speak as anyone; only the simulator has one. */
  window: ChatWindow | undefined;
}

type Opened = [Gateway, ChatWindow?];
/** A puppet does not deliver a second time: storing is tried again for half a minute. */
const STORE_AGAIN_MS = [500, 2000, 8000, 20_000];

async function openGateway(ctx: BotParts['ctx'], choice: GatewayChoice): Promise<Opened> {
  const { clock, log } = ctx;
  switch (choice.kind) {
    case 'simulator': {
      const { createSimulator } = await import('./gateways/simulator.ts');
      const { gateway, window } = createSimulator(ctx);
      return [gateway, window];
    }
    case 'wechaty': {
      const { createWechatyGateway, puppetNamed } = await import('./gateways/wechaty.ts');
      const { memory } = choice;
      const puppet = puppetNamed(choice.puppet);
      const common = { name: 'wechaty', clock, log, storeAgainAfterMs: STORE_AGAIN_MS } as const;
      return [createWechatyGateway({ ...common, puppet, memory })];
    }
    case 'wecom': {
      const { createWecomGateway } = await import('./gateways/wecom.ts');
      return [createWecomGateway({ ...choice, clock, log, storeAgainAfterMs: STORE_AGAIN_MS })];
    }
    case 'wecom-webhook': {
      const { createWebhookGateway } = await import('./gateways/wecom-webhook.ts');
      await ensureRooms(ctx, 'wecom-webhook', [...choice.rooms.keys()]);
      return [createWebhookGateway({ rooms: choice.rooms, clock, log })];
    }
  }
}

export interface BotSetting {
  choices: readonly GatewayChoice[];
  /** Tells this process from others that may run a bot on the same database; absent where none can. */
  holder?: string;
}

/** Makes the bot with its gateways; `start` it. Throws `invalid` for a puppet that nobody knows. */
export async function openBot(
  parts: Omit<BotParts, 'gateways' | 'speaker'>,
  { choices, holder }: BotSetting,
): Promise<Chat> {
  const opened: Opened[] = [];
  for (const choice of choices) opened.push(await openGateway(parts.ctx, choice));
  const gateways = opened.map(([gateway]) => gateway);
  const speaker = holder === undefined ? {} : { speaker: createSpeaker(parts.ctx, holder) };
  const window = opened.map(([, each]) => each).find((each) => each !== undefined);
  return { bot: createBot({ ...parts, gateways, ...speaker }), window };
}

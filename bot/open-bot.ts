/** The bot over the chat that there is: WeChat through a puppet, else the simulator with its chat window. */
import type { ChatWindow } from '../api/services/chat/chat-window.ts';
import { type Bot, type BotParts, createBot } from './bot.ts';
import type { Gateway } from './gateways/gateway.ts';

export interface Chat {
  bot: Bot;
  /** Where a person may speak as anyone; only the simulator has one. */
  window: ChatWindow | undefined;
}

/** The puppet to use and where it keeps its memory (a path without ending). */
export interface WeChat {
  puppet: string;
  memory: string;
}

async function gatewayFor(
  ctx: BotParts['ctx'],
  wechat: WeChat | undefined,
): Promise<[Gateway, ChatWindow | undefined]> {
  if (wechat === undefined) {
    const { createSimulator } = await import('./gateways/simulator.ts');
    const { gateway, window } = createSimulator(ctx);
    return [gateway, window];
  }
  const { createWechatyGateway, puppetNamed } = await import('./gateways/wechaty.ts');
  const { clock, log } = ctx;
  const { memory } = wechat;
  return [
    createWechatyGateway({ name: 'wechaty', puppet: puppetNamed(wechat.puppet), memory, clock, log }),
    undefined,
  ];
}

/** Makes the bot with its gateway; `start` it. Throws `invalid` for a puppet that nobody knows. */
export async function openBot(parts: Omit<BotParts, 'gateways'>, wechat: WeChat | undefined): Promise<Chat> {
  const [gateway, window] = await gatewayFor(parts.ctx, wechat);
  return { bot: createBot({ ...parts, gateways: [gateway] }), window };
}

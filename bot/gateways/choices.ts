/** Which chats are configured. Loads none of them. */

/** A gateway as it is configured. */
export type GatewayChoice =
  | { kind: 'simulator' }
  /** `memory`: where the puppet keeps its login, a path without ending. */
  | { kind: 'wechaty'; puppet: string; memory: string }
  | { kind: 'wecom'; botId: string; secret: string; url?: string }
  | { kind: 'wecom-webhook'; rooms: ReadonlyMap<string, string> };

/** What configuration says of the chat. */
export interface ChatSettings {
  wechatyPuppet: string | undefined;
  wecom: { botId: string | undefined; secret: string | undefined; url: string | undefined };
  webhooks: ReadonlyMap<string, string>;
  dataFolder: string;
}

/** The gateways that are configured; the simulator where none is. Pure. */
export function gatewayChoices({
  wechatyPuppet: puppet,
  wecom: { botId, secret, url },
  webhooks: rooms,
  dataFolder,
}: ChatSettings): GatewayChoice[] {
  const chosen: GatewayChoice[] = [];
  if (puppet !== undefined) chosen.push({ kind: 'wechaty', puppet, memory: `${dataFolder}/wechaty` });
  if (botId !== undefined && secret !== undefined)
    chosen.push({ kind: 'wecom', botId, secret, ...(url === undefined ? {} : { url }) });
  if (rooms.size > 0) chosen.push({ kind: 'wecom-webhook', rooms });
  return chosen.length > 0 ? chosen : [{ kind: 'simulator' }];
}

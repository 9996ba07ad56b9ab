import type { Incoming } from '../../api/services/chat/store-message.ts';
import type { GatewayName } from '../../db/vocabulary.ts';

/** A message as a gateway hears it; whose gateway it was is added by the bot. */
export type Heard = Omit<Incoming, 'gateway'>;

export interface Handlers {
  /** Takes a message in. Resolves once it is stored, and rejects where it could not be. */
  received(heard: Heard): Promise<void>;
  /** The gateway has come or gone: what waits may have its way now. */
  changed(): void;
}

/** A room or a contact, by the gateway's own number. */
export interface Target {
  kind: 'room' | 'contact';
  externalId: string;
}

export interface Speech {
  text: string;
  /** Contacts of the room to mention for real, by the gateway's own numbers. */
  mentions: readonly string[];
  /** A picture or file to send behind the text. */
  file?: { name: string; bytes: Uint8Array } | null;
  /** By it a gateway that can tell will know a repeat. */
  key: string;
}

/** States of a gateway: 未启动 · 等待扫码 · 在线 · 离线 */
export type GatewayLife = 'off' | 'scan' | 'online' | 'offline';

export interface GatewayStatus {
  life: GatewayLife;
  since: Date;
  /** What to scan, while it waits for that. */
  qrcode: string | null;
  lastInbound: Date | null;
  lastOutbound: Date | null;
  /** What went wrong last, until something goes right. */
  fault: string | null;
}

/** A way to chat (聊天通道): everything beyond it is unaware of WeChat (chat.md, "Gateways"). */
export interface Gateway {
  readonly name: GatewayName;
  start(handlers: Handlers): Promise<void>;
  stop(): Promise<void>;
  /** Resolves once the gateway has taken the message; rejects where it has not, to be tried again. */
  say(to: Target, speech: Speech): Promise<void>;
  status(): GatewayStatus;
}

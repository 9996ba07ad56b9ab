import type { GatewayReport } from '../../api/services/chat/gateway-states.ts';
import type { Incoming } from '../../api/services/chat/store-message.ts';
import type { GatewayLife, GatewayName } from '../../db/vocabulary.ts';

/** A message as a gateway hears it; whose gateway it was is added by the bot. */
export type Heard = Omit<Incoming, 'gateway'>;

export interface Handlers {
  /** Takes a message in. Resolves once it is stored, and rejects where it could not be. */
  received(heard: Heard): Promise<void>;
  /** The gateway has come or gone: what waits may have its way now. */
  changed(): void;
  /** What we said ourselves came back from its room: it has arrived. */
  cameBack?(echo: { roomId: string; text: string }): void;
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

export type { GatewayLife };
/** How a gateway is; that it throttles us is known to the pump, which was told so. */
export type GatewayStatus = Omit<GatewayReport, 'throttledUntil'>;

/** The other side wants to be left in peace (限流): the message was not taken, and is given back untried. */
export class Throttled extends Error {}

/** The message was handed over and nobody knows whether it arrived (结果不明): it is not sent again blindly. */
export class Unclear extends Error {}

/** Who is in a room. */
export interface Member {
  externalId: string;
  name: string;
}

/** A way to chat (聊天通道): everything beyond it is unaware of WeChat (chat.md, "Gateways"). */
export interface Gateway {
  readonly name: GatewayName;
  start(handlers: Handlers): Promise<void>;
  stop(): Promise<void>;
  /**
   * Resolves once the gateway has taken the message. Rejects where it has not, to be tried again: with `Throttled` where
   * it is not to be tried for a while, with `Unclear` where it may have been said.
   */
  say(to: Target, speech: Speech): Promise<void>;
  status(): GatewayStatus;
  /** Asks the other side for a sign of life (探测). Rejects where none comes; a gateway that only pushes has none. */
  probe?(): Promise<void>;
  /** Drops the connection, which is deaf, and makes it anew. */
  reconnect?(): Promise<void>;
  /** Who is in a room now; null where the gateway knows no such room. */
  roster?(roomId: string): Promise<readonly Member[] | null>;
}

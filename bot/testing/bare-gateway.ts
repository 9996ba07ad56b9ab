/** A gateway with nothing behind it, for tests of what lies before it: it hears what it is told, and may refuse. */
import type { Gateway, GatewayLife, Handlers, Heard, Member, Speech, Target } from '../gateways/gateway.ts';

export interface BareGateway extends Gateway {
  /** Delivers a message; resolves once it is stored. */
  hear(heard: Heard): Promise<void>;
  /** What it was given to say, in order. */
  readonly said: (Speech & { to: Target })[];
  /** From now on it takes messages, or throws them back. */
  take(yes: boolean): void;
  /** From now on it throws this back; null: takes messages again. */
  fail(error: Error | null): void;
  become(life: GatewayLife, since?: Date): void;
  /** What we said comes back from its room. */
  echo(roomId: string, text: string): void;
  /** Whether it answers a probe, and how often it was connected anew. */
  answers: boolean;
  reconnects: number;
  /** Who is in which room. */
  readonly rooms: Map<string, readonly Member[]>;
}

export function createBareGateway(name: Gateway['name'] = 'wechaty'): BareGateway {
  const said: (Speech & { to: Target })[] = [];
  let handlers: Handlers | null = null;
  let fault: Error | null = null;
  let life: GatewayLife = 'online';
  let since = new Date(0);
  let lastInbound: Date | null = null;
  const roomsOfIt = new Map<string, readonly Member[]>();
  const bare: BareGateway = {
    name,
    said,
    answers: true,
    reconnects: 0,
    rooms: roomsOfIt,
    take: (yes) => {
      fault = yes ? null : new Error('the line is cut');
    },
    fail: (error) => {
      fault = error;
    },
    echo: (roomId, text) => handlers?.cameBack?.({ roomId, text }),
    probe: () => (bare.answers ? Promise.resolve() : Promise.reject(new Error('没有回音'))),
    reconnect: () => {
      bare.reconnects += 1;
      return Promise.resolve();
    },
    roster: (roomId) => Promise.resolve(roomsOfIt.get(roomId) ?? null),
    become: (next, from = new Date(0)) => {
      life = next;
      since = from;
      handlers?.changed();
    },
    start: (given) => {
      handlers = given;
      return Promise.resolve();
    },
    stop: () => {
      handlers = null;
      return Promise.resolve();
    },
    hear: (heard) => {
      lastInbound = heard.sentAt;
      return handlers?.received(heard) ?? Promise.reject(new Error('not started'));
    },
    say: (to, speech) => {
      if (fault !== null) return Promise.reject(fault);
      said.push({ ...speech, to });
      return Promise.resolve();
    },
    status: () => ({
      life,
      since,
      qrcode: null,
      lastInbound,
      lastOutbound: null,
      fault: null,
    }),
  };
  return bare;
}

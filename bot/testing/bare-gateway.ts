/** A gateway with nothing behind it, for tests of what lies before it: it hears what it is told, and may refuse. */
import type { Gateway, GatewayLife, Handlers, Heard, Speech, Target } from '../gateways/gateway.ts';

export interface BareGateway extends Gateway {
  /** Delivers a message; resolves once it is stored. */
  hear(heard: Heard): Promise<void>;
  /** What it was given to say, in order. */
  readonly said: (Speech & { to: Target })[];
  /** From now on it takes messages, or throws them back. */
  take(yes: boolean): void;
  become(life: GatewayLife): void;
}

export function createBareGateway(name: Gateway['name'] = 'wechaty'): BareGateway {
  const said: (Speech & { to: Target })[] = [];
  let handlers: Handlers | null = null;
  let takes = true;
  let life: GatewayLife = 'online';
  return {
    name,
    said,
    take: (yes) => {
      takes = yes;
    },
    become: (next) => {
      life = next;
      handlers?.changed();
    },
    start: (given) => {
      handlers = given;
      return Promise.resolve();
    },
    stop: () => Promise.resolve(),
    hear: (heard) => handlers?.received(heard) ?? Promise.reject(new Error('not started')),
    say: (to, speech) => {
      if (!takes) return Promise.reject(new Error('the line is cut'));
      said.push({ ...speech, to });
      return Promise.resolve();
    },
    status: () => ({
      life,
      since: new Date(0),
      qrcode: null,
      lastInbound: null,
      lastOutbound: null,
      fault: null,
    }),
  };
}

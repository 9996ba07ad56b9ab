/** How a gateway is, kept in one place for gateways that keep it themselves. */
import type { Clock } from '../../api/context.ts';
import type { GatewayLife, GatewayStatus } from './gateway.ts';

export interface StatusBoard {
  status(): GatewayStatus;
  become(life: GatewayLife): void;
  heard(): void;
  said(): void;
  failed(fault: string): void;
}

/** A board on which a gateway notes how it is. */
export function createStatusBoard(clock: Clock): StatusBoard {
  let now: GatewayStatus = {
    life: 'off',
    since: clock(),
    qrcode: null,
    lastInbound: null,
    lastOutbound: null,
    fault: null,
  };
  const note = (more: Partial<GatewayStatus>): void => {
    now = { ...now, ...more };
  };
  return {
    status: () => now,
    become: (life) => note({ life, since: life === now.life ? now.since : clock() }),
    heard: () => note({ lastInbound: clock(), fault: null }),
    said: () => note({ lastOutbound: clock(), fault: null }),
    failed: (fault) => note({ fault }),
  };
}

import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1)$/;
const LOOPBACK_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/;

/** The address at the other end of the socket; '' where there is none (tests, other runtimes). */
function peerOf(c: Context): string {
  const bindings: Partial<HttpBindings> = c.env ?? {};
  return (bindings.incoming?.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
}

/**
 * Where a request comes from. Behind a proxy on this machine it is what the proxy adds last to
 * `X-Forwarded-For`; from anywhere else that header is not believed.
 */
export function addressOf(c: Context): string {
  const peer = peerOf(c);
  const forwarded = c.req.header('x-forwarded-for');
  if (forwarded === undefined || !LOOPBACK.test(peer)) return peer;
  return forwarded.split(',').at(-1)?.trim() ?? peer;
}

/** Is this a request from the machine itself, through no proxy and by a name of its own? */
export function isLocal(c: Context): boolean {
  const proxied = ['x-forwarded-for', 'forwarded', 'x-real-ip'].some(
    (name) => c.req.header(name) !== undefined,
  );
  return !proxied && LOOPBACK.test(peerOf(c)) && LOOPBACK_HOST.test(c.req.header('host') ?? '');
}

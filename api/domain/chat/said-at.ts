/** Gateways stamp whole seconds, and clocks differ a little: so near to its arrival a message was said as it came. */
const AS_IT_CAME_MS = 5_000;
/** A stamp older than this is not believed. */
const BELIEVED_MS = 3 * 86_400_000;

/**
 * The instant from which a message counts: when it was said, so that nobody is late because the chat was down.
 * A stamp from the future or long ago gives way to when the message arrived.
 */
export function saidAt({ sentAt, receivedAt }: { sentAt: Date; receivedAt: Date }): Date {
  const delay = receivedAt.getTime() - sentAt.getTime();
  return delay > AS_IT_CAME_MS && delay <= BELIEVED_MS ? sentAt : receivedAt;
}

/**
 * wechaty-puppet-service loses events: it listens for them some turns after the first has come, and a server that is
 * logged in already says so in the same breath as its first heartbeat. A bot that connects to such a server would never
 * learn that it is online. Here the stream holds its breath until the listener is there.
 */
import { puppet } from 'wechaty-grpc';

let held = false;

/** Makes event streams wait for their listener after the first event; once for the process. */
export function holdFirstEvents(): void {
  if (held) return;
  held = true;
  const { prototype } = puppet.PuppetClient;
  prototype.event = new Proxy(prototype.event, {
    apply: (event, client, words) => {
      const stream: ReturnType<typeof event> = Reflect.apply(event, client, words);
      stream.once('data', () => {
        stream.pause();
        setImmediate(() => stream.resume());
      });
      return stream;
    },
  });
}

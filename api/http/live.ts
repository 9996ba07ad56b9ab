/** What is announced by the database, heard once for the whole process and handed on to whoever listens. */
import { z } from 'zod';
import type { Store } from '../../db/open.ts';
import { CHANNEL } from '../../db/triggers.ts';
import type { DomainId } from '../../db/vocabulary.ts';

const announcement = z.object({
  domain: z.number().transform((value) => value as DomainId),
  topic: z.enum(['change', 'chat', 'jobs']),
  version: z.number().optional(),
});

export type News = z.output<typeof announcement>;

export interface Live {
  /** Hears all news until the given function is called. `closed` is called when the process stops, or has. */
  hear(heard: (news: News) => void, closed?: () => void): () => void;
  /** How many hear at this moment. */
  listening(): number;
  close(): Promise<void>;
}

function parse(payload: string): News | null {
  try {
    return announcement.parse(JSON.parse(payload));
  } catch {
    return null;
  }
}

/** Starts to listen. One connection serves every page that is open. */
export async function openLive(store: Store): Promise<Live> {
  const listeners = new Map<(news: News) => void, (() => void) | undefined>();
  let over = false;
  const stop = await store.listen(CHANNEL, (payload) => {
    const news = parse(payload);
    if (news === null) return;
    for (const heard of listeners.keys()) heard(news);
  });
  return {
    hear(heard, closed) {
      if (over) closed?.();
      listeners.set(heard, closed);
      return () => listeners.delete(heard);
    },
    listening: () => listeners.size,
    async close() {
      if (over) return;
      over = true;
      for (const closed of listeners.values()) closed?.();
      listeners.clear();
      await stop();
    },
  };
}

const PING_MS = 15_000;

/**
 * The news of one sub-district as they come, and a ping at once and every 15 seconds, until the signal or the
 * process ends. Who follows slowly gets the last news of each topic, not all of them.
 */
export async function* follow(
  live: Live,
  domainId: DomainId,
  signal: AbortSignal,
): AsyncGenerator<News | 'ping', void> {
  const waiting = new Map<string, News | 'ping'>([['ping', 'ping']]);
  let over = false;
  let wake = (): void => undefined;
  const put = (topic: string, item: News | 'ping'): void => {
    waiting.set(topic, item);
    wake();
  };
  const end = (): void => {
    over = true;
    wake();
  };
  const stop = live.hear((news) => news.domain === domainId && put(news.topic, news), end);
  const timer = setInterval(() => put('ping', 'ping'), PING_MS);
  signal.addEventListener('abort', end, { once: true });
  try {
    while (!over) {
      const items = [...waiting.values()];
      waiting.clear();
      yield* items;
      if (over || waiting.size > 0) continue;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    clearInterval(timer);
    stop();
  }
}

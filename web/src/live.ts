/** Live updates (实时): what the server announces makes the pages ask again. */
import { type QueryClient, useQueryClient } from '@tanstack/solid-query';
import { createSignal, onCleanup } from 'solid-js';

const [connected, setConnected] = createSignal(true);

/** Whether news is coming in. */
export { connected };

type Root = 'data' | 'chat' | 'jobs';

const ROOTS: Readonly<Record<string, Root>> = { change: 'data', chat: 'chat', jobs: 'jobs' };

/** Which answers a piece of news makes old: all data, the chat, or the jobs. Null for what is no news. */
export function staleAfter(data: string): Root | null {
  try {
    const news: unknown = JSON.parse(data);
    if (typeof news !== 'object' || news === null || !('topic' in news)) return null;
    return ROOTS[String(news.topic)] ?? null;
  } catch {
    return null;
  }
}

/** News comes in bursts (a message in, its record, the reply): what arrives within this is answered by one question. */
const BURST_MS = 40;

/** Asks again for what is old, once for each burst of news. The last of a burst is always heard. */
function createRefresh(client: QueryClient): (root: Root) => void {
  const waiting = new Set<Root>();
  return (root) => {
    if (waiting.has(root)) return;
    waiting.add(root);
    setTimeout(() => {
      waiting.delete(root);
      void client.invalidateQueries({ queryKey: [root] });
    }, BURST_MS);
  };
}

/**
 * Listens while the component lives. The browser reconnects by itself; whatever was missed meanwhile is asked for
 * once the line is back.
 */
export function listenForNews(): void {
  const refresh = createRefresh(useQueryClient());
  const source = new EventSource('/api/live');
  let lost = false;
  source.addEventListener('change', (event) => {
    const root = staleAfter(event.data);
    if (root !== null) refresh(root);
  });
  source.addEventListener('open', () => {
    setConnected(true);
    if (!lost) return;
    lost = false;
    refresh('data');
    refresh('chat');
    refresh('jobs');
  });
  source.addEventListener('error', () => {
    lost = true;
    setConnected(false);
  });
  onCleanup(() => source.close());
}

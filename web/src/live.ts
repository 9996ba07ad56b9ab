/** Live updates (实时): what the server announces makes the pages ask again. */
import { type QueryClient, useQueryClient } from '@tanstack/solid-query';
import { createSignal, onCleanup } from 'solid-js';

const [connected, setConnected] = createSignal(true);

/** Whether news is coming in. */
export { connected };

/** Which answers a piece of news makes old: all data, or the chat. Null for what is no news. */
export function staleAfter(data: string): 'data' | 'chat' | null {
  try {
    const news: unknown = JSON.parse(data);
    if (typeof news !== 'object' || news === null || !('topic' in news)) return null;
    if (news.topic === 'chat') return 'chat';
    return news.topic === 'change' ? 'data' : null;
  } catch {
    return null;
  }
}

const refresh = (client: QueryClient, root: 'data' | 'chat'): void =>
  void client.invalidateQueries({ queryKey: [root] });

/**
 * Listens while the component lives. The browser reconnects by itself; whatever was missed meanwhile is asked for
 * once the line is back.
 */
export function listenForNews(): void {
  const client = useQueryClient();
  const source = new EventSource('/api/live');
  let lost = false;
  source.addEventListener('change', (event) => {
    const root = staleAfter(event.data);
    if (root !== null) refresh(client, root);
  });
  source.addEventListener('open', () => {
    setConnected(true);
    if (!lost) return;
    lost = false;
    refresh(client, 'data');
    refresh(client, 'chat');
  });
  source.addEventListener('error', () => {
    lost = true;
    setConnected(false);
  });
  onCleanup(() => source.close());
}

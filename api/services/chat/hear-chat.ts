import { z } from 'zod';
import type { Store } from '../../../db/open.ts';
import { CHANNEL } from '../../../db/triggers.ts';
import type { DomainId } from '../../../db/vocabulary.ts';

const news = z.object({ domain: z.number(), topic: z.string() });

function isChat(payload: string, domainId: DomainId): boolean {
  try {
    const { domain, topic } = news.parse(JSON.parse(payload));
    return domain === domainId && topic === 'chat';
  } catch {
    return false;
  }
}

/** Hears that something came into or went out of the sub-district's chat, in whichever process. Gives the way to stop. */
export const hearChat = (
  store: Pick<Store, 'listen'>,
  domainId: DomainId,
  heard: () => void,
): Promise<() => Promise<void>> =>
  store.listen(CHANNEL, (payload) => {
    if (isChat(payload, domainId)) heard();
  });

import { z } from 'zod';
import type { Store } from '../../../db/open.ts';
import { CHANNEL } from '../../../db/triggers.ts';
import type { DomainId } from '../../../db/vocabulary.ts';

const news = z.object({ domain: z.number(), topic: z.literal('jobs') });

/** Hears that a run was asked for, began or ended, in whichever process. Gives the way to stop. */
export const hearJobs = (
  store: Pick<Store, 'listen'>,
  domainId: DomainId,
  heard: () => void,
): Promise<() => Promise<void>> =>
  store.listen(CHANNEL, (payload) => {
    try {
      if (news.parse(JSON.parse(payload)).domain === domainId) heard();
    } catch {
      // Other news.
    }
  });

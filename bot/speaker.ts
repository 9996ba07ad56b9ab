/** The speaker's lease (发言权): of several bot processes on one database one listens and speaks. */
import type { Context } from '../api/context.ts';
import { endSpeech, takeSpeech } from '../api/services/chat/hold-speech.ts';

export interface Speaker {
  /** Whether this process speaks: the lease was taken and has not run out. */
  speaks(): boolean;
  /** Takes the lease or keeps it; false where another process has it, or the database cannot be asked in time. */
  renew(): Promise<boolean>;
  /** Gives it up, so that another process need not wait. */
  end(): Promise<void>;
}

/** The only bot there is: the embedded database lets no second process in. */
export const ALONE: Speaker = {
  speaks: () => true,
  renew: () => Promise.resolve(true),
  end: () => Promise.resolve(),
};

/** One of several; `holder` tells it from the others. */
export function createSpeaker(ctx: Context, holder: string): Speaker {
  let until: Date | null = null;
  const speaks = (): boolean => until !== null && until > ctx.clock();
  return {
    speaks,
    renew: async () => {
      try {
        until = await takeSpeech(ctx, holder);
      } catch (error) {
        ctx.log.warn({ err: error }, 'the speech could not be renewed');
      }
      return speaks();
    },
    end: async () => {
      until = null;
      await endSpeech(ctx, holder);
    },
  };
}

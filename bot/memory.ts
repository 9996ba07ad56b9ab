/** What the pump remembers of the last minutes, so that it need not ask the database before each message. */
import { CAREFUL_FOR_MS, EQUAL_WITHIN_MS, peaceAfter } from '../api/domain/chat/sending.ts';
import type { GatewayName } from '../db/vocabulary.ts';

/** Instants by name, latest first, as far back as they matter. */
export function createRecent(withinMs: number) {
  const known = new Map<string, Date[]>();
  const since = (name: string, now: Date): Date[] =>
    (known.get(name) ?? []).filter((each) => now.getTime() - each.getTime() < withinMs);
  return {
    of: (name: string): readonly Date[] => known.get(name) ?? [],
    /** How many there are of the last `withinMs`. */
    count: (name: string, now: Date): number => since(name, now).length,
    note: (name: string, at: Date): void => {
      if (known.size > 5000)
        for (const each of known.keys()) if (since(each, at).length === 0) known.delete(each);
      known.set(
        name,
        [at, ...since(name, at)].sort((a, b) => b.getTime() - a.getTime()),
      );
    },
  };
}

export type Recent = ReturnType<typeof createRecent>;

/** Equal messages to one target: a loop between bots would show here. */
export const createEqual = (): Recent => createRecent(EQUAL_WITHIN_MS);
/** The name under which equal messages to one target are counted. */
export const equalName = (target: string, text: string): string => `${target}\n${text}`;

/** Which gateways throttle us, until when, and whether we still have to be careful. */
export function createPatience() {
  const known = new Map<GatewayName, { until: Date; times: number }>();
  return {
    /** It throttled us now: gives until when it is left in peace, longer each time in a row. */
    throttled: (gateway: GatewayName, now: Date): Date => {
      const times = (known.get(gateway)?.times ?? 0) + 1;
      const until = new Date(now.getTime() + peaceAfter(times));
      known.set(gateway, { until, times });
      return until;
    },
    /** Takes up what an earlier process was told. */
    remember: (gateway: GatewayName, until: Date): void => void known.set(gateway, { until, times: 1 }),
    /** Until when it wants to be left in peace; null where it does not. */
    until: (gateway: GatewayName, now: Date): Date | null => {
      const until = known.get(gateway)?.until;
      return until !== undefined && until > now ? until : null;
    },
    isCareful: (gateway: GatewayName, now: Date): boolean => {
      const until = known.get(gateway)?.until;
      return until !== undefined && now.getTime() < until.getTime() + CAREFUL_FOR_MS;
    },
    /** It took a message long enough after: all is forgotten. */
    calm: (gateway: GatewayName, now: Date): void => {
      const until = known.get(gateway)?.until;
      if (until !== undefined && now.getTime() >= until.getTime() + CAREFUL_FOR_MS) known.delete(gateway);
    },
  };
}

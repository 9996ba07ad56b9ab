/** A loop that works when woken, one pass at a time, and survives what a pass throws. */
import { AsyncResource } from 'node:async_hooks';
import type { Logger } from 'pino';

/**
 * One pass; gives how many milliseconds until the next is wanted, or null where only a waking is. `again` tells whether
 * another is asked for already: then it need not find out.
 */
export type Pass = (again: () => boolean) => Promise<number | null>;

export interface Worker {
  /** Asks for a pass; one that is under way is followed by another. */
  wake(): void;
  /** Resolves when no pass is under way or asked for. */
  idle(): Promise<void>;
  /** Lets the pass under way end, and makes no more. */
  stop(): Promise<void>;
}

/** However quiet it is, something may have been missed: look again after this time. */
const AT_LATEST_MS = 30_000;
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

/** Makes a worker that sleeps until it is woken. `name` stands in the log. */
export function createWorker(name: string, log: Logger, pass: Pass): Worker {
  let asked = false;
  let stopped = false;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let faults = 0;

  async function onePass(): Promise<number> {
    try {
      const next = await pass(() => asked);
      faults = 0;
      return Math.min(Math.max(next ?? AT_LATEST_MS, 0), AT_LATEST_MS);
    } catch (error) {
      faults += 1;
      log.error({ err: error, worker: name, faults }, 'a pass failed and will be tried again');
      return Math.min(FIRST_PAUSE_MS * 2 ** (faults - 1), LONGEST_PAUSE_MS);
    }
  }

  async function run(): Promise<void> {
    let pause = AT_LATEST_MS;
    while (asked && !stopped) {
      asked = false;
      pause = await onePass();
    }
    running = null;
    if (!stopped) timer = setTimeout(wake, pause);
  }

  // Whoever wakes it may be inside a transaction of its own; the passes are not to inherit that.
  const start = AsyncResource.bind(() => {
    running = run();
  });

  function wake(): void {
    asked = true;
    if (running !== null || stopped) return;
    clearTimeout(timer);
    start();
  }

  return {
    wake,
    idle: async () => {
      while (running !== null) await running;
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Reading uploads in a worker thread, with a limit of memory and one of time (architecture.md, "Word, Excel"). */
import { Worker } from 'node:worker_threads';

const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64, stackSizeMb: 8 };
const LONGEST_MS = 20_000;

/** How a worker fails: 超时 · 内存不够 · 读不出 */
export type WorkerFault = 'tooSlow' | 'tooComplex' | 'unreadable';

/** Work in a thread that came to no end: by what fault. */
export class WorkerFailed extends Error {
  readonly fault: WorkerFault;

  constructor(fault: WorkerFault) {
    super(fault);
    this.name = 'WorkerFailed';
    this.fault = fault;
  }
}

const faultOf = (error: Error): WorkerFault =>
  'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'tooComplex' : 'unreadable';

/** What a script posts when it is given the bytes. Throws `WorkerFailed`, also for what is not as promised. */
export function inWorker<T>(
  script: URL,
  bytes: Buffer,
  isPromised: (message: unknown) => message is T,
): Promise<T> {
  const worker = new Worker(script, {
    workerData: bytes,
    resourceLimits: LIMITS,
    stdout: true,
    stderr: true,
  });
  return new Promise<T>((resolve, reject) => {
    const refuse = (fault: WorkerFault) => reject(new WorkerFailed(fault));
    const timer = setTimeout(() => refuse('tooSlow'), LONGEST_MS);
    worker.once('message', (message: unknown) => {
      if (isPromised(message)) resolve(message);
      else refuse('unreadable');
    });
    worker.once('error', (error: Error) => refuse(faultOf(error)));
    worker.once('exit', () => {
      clearTimeout(timer);
      refuse('unreadable');
    });
  }).finally(() => worker.terminate());
}

/** Runs once before all browser tests: lets the product make its demo year, of which each test file gets a copy. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { run } from './product.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A data folder with the demo year, which no process has open. */
    demoYear: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'duban-demo-year-'));
  const { stop } = await run(folder);
  await stop();
  project.provide('demoYear', folder);
  return () => rm(folder, { recursive: true, force: true });
}

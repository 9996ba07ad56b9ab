import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{api,bot,build,jobs,db,web}/**/*.test.ts', '*.test.ts'],
    globalSetup: ['api/testing/global-setup.ts'],
    // Vitest leaves a core to itself; on a small machine it does not need one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

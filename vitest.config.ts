import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{api,bot,jobs,db,web}/**/*.test.ts', '*.test.ts'],
    globalSetup: ['api/testing/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});

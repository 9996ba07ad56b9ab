import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

/** How the web client is made into a folder: as `web/vite.config.ts` says. */
export const webBuild = (outDir: string): InlineConfig => ({
  root: fileURLToPath(new URL('../web', import.meta.url)),
  logLevel: 'warn',
  build: { outDir, emptyOutDir: true },
});

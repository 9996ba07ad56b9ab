import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

/** Old office PCs and WeChat's browser on phones (design: interface.md, first lines). */
const OLDEST = ['chrome87', 'safari14'];

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [solid()],
  build: {
    target: OLDEST,
    cssTarget: OLDEST,
    outDir: 'dist',
    emptyOutDir: true,
    /** The content policy allows no `data:` address: every asset is a file. */
    assetsInlineLimit: 0,
    /** The charts are one part of up to 200 KiB compressed, fetched after the figures are readable. */
    chunkSizeWarningLimit: 600,
    rolldownOptions: { checks: { pluginTimings: false } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});

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
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
});

import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const WEB = fileURLToPath(new URL('../../web', import.meta.url));

/** Builds the web client as it is served, into an empty folder of the bench. */
export async function buildWeb(folder: string): Promise<void> {
  await build({ root: WEB, logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
}

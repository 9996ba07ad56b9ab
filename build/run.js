/**
 * The way in for `npm start`, `npm run serve` and `npm run duban`: runs `duban.ts`, bundled where that has been made of
 * these very sources. `start` makes it where it has not been; where it cannot be made, and for all other commands, the
 * sources are run as they are.
 */
import nodeModule from 'node:module';
import { pathToFileURL } from 'node:url';
import { entryOf, madeOf, make, NotMade } from './made.js';
import { nameSourceLines } from './source-lines.js';

/** The folder of the bundle, or null where there is none. */
async function bundle() {
  if (process.argv[2] !== 'start') return madeOf('server');
  try {
    return await make('server');
  } catch (error) {
    if (!(error instanceof NotMade)) throw error;
    process.stderr.write(`${error.message}\n直接从源码启动，会慢几秒\n`);
    return null;
  }
}

const folder = await bundle();
if (folder === null) {
  await import('tsx');
  await import('../duban.ts');
} else {
  nameSourceLines(pathToFileURL(`${folder}/`));
  // What has been compiled once is kept by Node, from 22.1 on.
  nodeModule.enableCompileCache?.();
  await import(pathToFileURL(entryOf('server', folder)).href);
}

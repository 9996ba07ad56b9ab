/**
 * Has errors name the lines of the sources and not of the bundle. A source map is read when an error that passed
 * through its file is first written down: Node's own way would read them all at every start. Plain JavaScript, as
 * `made.js` is.
 */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

/** @type {Map<string, SourceMap | null>} */
const maps = new Map();

/** @param {string} url */
function mapOf(url) {
  const known = maps.get(url);
  if (known !== undefined) return known;
  let map = null;
  try {
    map = new SourceMap(JSON.parse(readFileSync(fileURLToPath(`${url}.map`), 'utf8')));
  } catch {
    // Without a map the line of the bundle has to do.
  }
  maps.set(url, map);
  return map;
}

/**
 * @param {NodeJS.CallSite} frame
 * @param {string} folder
 */
function lineOf(frame, folder) {
  const url = frame.getFileName() ?? '';
  const [line, column] = [frame.getLineNumber(), frame.getColumnNumber()];
  if (!url.startsWith(folder) || line === null || column === null) return `${frame}`;
  const entry = mapOf(url)?.findEntry(line - 1, column - 1);
  if (entry === undefined || !('originalSource' in entry)) return `${frame}`;
  const { originalSource, originalLine, originalColumn } = entry;
  const source = new URL(originalSource, url).href;
  return `${frame}`.replace(
    `${url}:${line}:${column}`,
    `${source}:${originalLine + 1}:${originalColumn + 1}`,
  );
}

/**
 * From here on errors name source lines for what runs from a folder.
 * @param {URL} folder
 */
export function nameSourceLines({ href }) {
  Error.prepareStackTrace = (error, frames) =>
    [Error.prototype.toString.call(error), ...frames.map((frame) => `    at ${lineOf(frame, href)}`)].join(
      '\n',
    );
}

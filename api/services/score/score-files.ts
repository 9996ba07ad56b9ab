/** Scoring from two files, without a database: what `duban score SCHEME.json DATA.json` does (assessment.md, Command). */
import { createReadStream } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { readScoreInput } from '../../domain/score/read.ts';
import { score } from '../../domain/score/score.ts';

/** Room for the values of some thirty thousand units. */
const LARGEST_FILE = 64 * 1024 * 1024;

/** How a command ends: its exit status, and what it writes where. */
export interface CommandResult {
  readonly status: 0 | 2;
  readonly stdout: string;
  readonly stderr: string;
}

type Reading = { readonly ok: true; readonly json: unknown } | { readonly ok: false; readonly fault: string };

/**
 * Scores the files. Status 0 with the scores as one JSON object on stdout; or status 2 with nothing on stdout and
 * one line on stderr for each fault, of the file (its name first) or of what it says (the path to it first).
 */
export async function scoreFiles(schemePath: string, dataPath: string): Promise<CommandResult> {
  const [scheme, data] = await Promise.all([readJson(schemePath), readJson(dataPath)]);
  if (!scheme.ok || !data.ok) {
    return refusal([scheme, data].flatMap((reading) => (reading.ok ? [] : [reading.fault])));
  }
  const input = readScoreInput(scheme.json, data.json);
  if (!input.ok) return refusal(input.faults);
  return { status: 0, stdout: `${JSON.stringify(score(input.scheme, input.data), null, 2)}\n`, stderr: '' };
}

const refusal = (faults: readonly string[]): CommandResult => ({
  status: 2,
  stdout: '',
  stderr: faults.map((fault) => `${fault}\n`).join(''),
});

async function readJson(path: string): Promise<Reading> {
  const fault = (message: string): Reading => ({ ok: false, fault: `${path}: ${message}` });
  let bytes: Buffer;
  try {
    // A stream, so that a pipe can be read too and nothing endless is: one byte too many is enough to know.
    bytes = await buffer(createReadStream(path, { end: LARGEST_FILE }));
  } catch (error) {
    return fault(unreadable(error));
  }
  if (bytes.length > LARGEST_FILE) return fault(`文件过大，最多 ${LARGEST_FILE / 1024 / 1024} MB`);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fault('文件不是 UTF-8 编码');
  }
  try {
    return { ok: true, json: JSON.parse(text) };
  } catch (error) {
    return fault(`不是有效的 JSON${placeIn(text, error)}`);
  }
}

function unreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return '文件不存在';
    case 'EISDIR':
      return '这是文件夹，不是文件';
    case 'EACCES':
      return '没有读取权限';
    default:
      return '文件无法读取';
  }
}

/** In which line and column a JSON text went wrong, where the engine's message tells the position. */
function placeIn(text: string, error: unknown): string {
  const position = error instanceof Error ? /at position (\d+)/.exec(error.message)?.[1] : undefined;
  if (position === undefined) return text.trim() === '' ? '（文件是空的）' : '';
  const before = text.slice(0, Number(position)).split('\n');
  return `（第 ${before.length} 行第 ${(before.at(-1)?.length ?? 0) + 1} 个字符处）`;
}

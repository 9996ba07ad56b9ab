/** Runs rows of the bench, each in a process of its own, so that no row inherits another's memory or warmth. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Arena, Finding, Row } from './finding.ts';

const RESULTS = fileURLToPath(new URL('../../bench/results.json', import.meta.url));

/** Does one row and gives what it found. */
export async function runRow(row: Row, databaseUrl: string, scale: number): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'duban-bench-'));
  const arena: Arena = { databaseUrl, folder, scale };
  try {
    return await row(arena);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Does one row in a process of its own, by this same command. Throws where it fails; stderr says why. */
export async function runApart(name: string, scale: number): Promise<Finding[]> {
  const [, script = ''] = process.argv;
  const asked = ['bench', '--row', name, '--scale', String(scale)];
  const child = spawn(process.execPath, [...process.execArgv, script, ...asked], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said, [status]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  if (status !== 0) throw new Error(`the row ${name} failed`);
  return JSON.parse(said) as Finding[];
}

/** Keeps the findings where other programs may read them. */
export function keepResults(findings: readonly Finding[]): void {
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify({ at: new Date().toISOString(), findings }, null, 2)}\n`);
}

import { open } from 'node:fs/promises';
import { LARGEST_FILE, readDocument } from '../../documents/read-document.ts';
import { readPlan } from '../../domain/read-plan/read-plan.ts';
import type { PlanReading } from '../../domain/read-plan/reading.ts';

export type PlanDocumentReading = { ok: true; reading: PlanReading } | { ok: false; message: string };

/** Reads the bytes of a plan document (.txt, .docx), or says in Chinese why they cannot be read. */
async function readPlanDocument(bytes: Buffer): Promise<PlanDocumentReading> {
  const read = await readDocument(bytes);
  return read.ok ? { ok: true, reading: readPlan(read.document) } : read;
}

/** What a command prints, and its status. */
export interface CommandResult {
  status: 0 | 2;
  stdout: string;
  stderr: string;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件',
  EISDIR: '这是文件夹，不是文件',
  EACCES: '没有读取的权限',
  EPERM: '没有读取的权限',
  ENAMETOOLONG: '文件名太长',
  ENOTDIR: '路径不对：中间有一段不是文件夹',
};

/** A file's bytes, one more than is allowed at the most. */
async function bytesOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const bytes = Buffer.alloc(Math.min(size, LARGEST_FILE + 1));
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const refuse = (path: string, why: string): CommandResult => ({
  status: 2,
  stdout: '',
  stderr: `${path}：${why}\n`,
});

/**
 * The command `plan read FILE`: prints the reading as one JSON object. A file that cannot be read gives status 2,
 * one line on stderr and nothing on stdout (product.md, "Reading a plan document").
 */
export async function planReadCommand(path: string): Promise<CommandResult> {
  let bytes: Buffer;
  try {
    bytes = await bytesOf(path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return refuse(path, REASONS[code] ?? `读不了这个文件（${code}）`);
  }
  const read = await readPlanDocument(bytes);
  if (!read.ok) return refuse(path, read.message);
  return { status: 0, stdout: `${JSON.stringify(read.reading, null, 2)}\n`, stderr: '' };
}

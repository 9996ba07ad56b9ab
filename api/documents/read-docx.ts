/** Reads a .docx into paragraphs and tables, in a worker thread with limits, after its zip is checked. */
import type { PlanDocument } from '../domain/read-plan/reading.ts';
import { inWorker, WorkerFailed, type WorkerFault } from './in-worker.ts';
import { withNumbers } from './word-numbering.ts';
import { unzipEntry, zipEntries, zipOf } from './zip.ts';

/** Why a sound zip gives no text: 没有正文 · 正文太大 · 正文损坏 · 超时 · 太复杂 */
const WORD_FAULTS = ['noWordText', 'textTooLarge', 'damagedText', 'tooSlow', 'tooComplex'] as const;
export type WordFault = (typeof WORD_FAULTS)[number];

/** A Word file that cannot be read: by what fault. */
export class WordError extends Error {
  readonly fault: WordFault;

  constructor(fault: WordFault) {
    super(fault);
    this.name = 'WordError';
    this.fault = fault;
  }
}

const MAIN = /^word\/document\d*\.xml$/;
/** The only parts that say what the text is. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/document\d*\.xml|word\/_rels\/document\d*\.xml\.rels|word\/styles\.xml|word\/numbering\.xml)$/;
const LARGEST_TEXT = 24 * 2 ** 20;

async function neededParts(bytes: Buffer): Promise<Map<string, Buffer>> {
  const entries = zipEntries(bytes).filter(({ name }) => NEEDED.test(name));
  if (!entries.some(({ name }) => MAIN.test(name))) throw new WordError('noWordText');
  if (entries.reduce((total, { size }) => total + size, 0) > LARGEST_TEXT)
    throw new WordError('textTooLarge');
  const parts = new Map<string, Buffer>();
  for (const entry of entries) parts.set(entry.name, await unzipEntry(bytes, entry));
  return parts;
}

function numbered(parts: Map<string, Buffer>): Map<string, Buffer> {
  const xml = (name: string) => parts.get(name)?.toString('utf8') ?? '';
  const numbering = xml('word/numbering.xml');
  if (numbering === '') return parts;
  const styles = xml('word/styles.xml');
  return new Map(
    [...parts].map(([name, data]) =>
      MAIN.test(name)
        ? [name, Buffer.from(withNumbers(data.toString('utf8'), numbering, styles))]
        : [name, data],
    ),
  );
}

const isBlocks = (message: unknown): message is PlanDocument => Array.isArray(message);

const wordFault = (fault: WorkerFault): WordFault => (fault === 'unreadable' ? 'damagedText' : fault);

async function readInWorker(zip: Buffer): Promise<PlanDocument> {
  try {
    return await inWorker(new URL('./docx-worker.js', import.meta.url), zip, isBlocks);
  } catch (error) {
    throw error instanceof WorkerFailed ? new WordError(wordFault(error.fault)) : error;
  }
}

/** The paragraphs and tables of a .docx. Throws ZipError or WordError. */
export async function readDocx(bytes: Buffer): Promise<PlanDocument> {
  return readInWorker(zipOf(numbered(await neededParts(bytes))));
}

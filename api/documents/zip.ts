/**
 * The directory of a zip file (.docx), read before anything is unpacked: how many files, how large, whether they
 * are encrypted or swell beyond reason (architecture.md, "Word, Excel"; trust.md, "Bad input").
 */
import { promisify } from 'node:util';
import { crc32, inflateRaw } from 'node:zlib';

/** What is wrong with a zip: 不是压缩包 · 不完整 · 加密 · 条目过多 · 解压后过大 · 压缩率异常 · 内容损坏 */
const ZIP_FAULTS = [
  'notZip',
  'truncated',
  'encrypted',
  'tooManyEntries',
  'tooLarge',
  'suspiciousRatio',
  'damaged',
] as const;
export type ZipFault = (typeof ZIP_FAULTS)[number];

/** A zip that is refused: why, and at which file in it. */
export class ZipError extends Error {
  readonly fault: ZipFault;
  readonly entry: string;

  constructor(fault: ZipFault, entry = '') {
    super(`${fault} ${entry}`.trim());
    this.name = 'ZipError';
    this.fault = fault;
    this.entry = entry;
  }
}

export interface ZipEntry {
  name: string;
  method: number;
  crc: number;
  packed: number;
  size: number;
  headerAt: number;
}

const MOST_ENTRIES = 2000;
const LARGEST_TOTAL = 200 * 2 ** 20;
/** Word's XML packs at most some 40 to one. */
const HIGHEST_RATIO = 250;
/** A small file may be all blanks. */
const RATIO_FROM = 2 ** 20;

const END = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const DIRECTORY = 0x02014b50;
const DIRECTORY_SIZE = 46;
const LOCAL = 0x04034b50;
const LOCAL_SIZE = 30;
const STORED = 0;
const DEFLATED = 8;
/** Marks a size that stands in a zip64 record; no Word file needs one. */
const ELSEWHERE = 0xffffffff;

function endRecordAt(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT);
  for (let at = bytes.length - END_SIZE; at >= first; at--) {
    if (bytes.readUInt32LE(at) === END) return at;
  }
  throw new ZipError(bytes.length >= 4 && bytes.readUInt32LE(0) === LOCAL ? 'truncated' : 'notZip');
}

function entryAt(bytes: Buffer, at: number): { entry: ZipEntry; next: number } {
  if (at + DIRECTORY_SIZE > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY)
    throw new ZipError('truncated');
  const nameLength = bytes.readUInt16LE(at + 28);
  const next = at + DIRECTORY_SIZE + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  const name = bytes.toString('utf8', at + DIRECTORY_SIZE, at + DIRECTORY_SIZE + nameLength);
  if (next > bytes.length) throw new ZipError('truncated');
  const entry: ZipEntry = {
    name,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    headerAt: bytes.readUInt32LE(at + 42),
  };
  if ((bytes.readUInt16LE(at + 8) & 1) === 1) throw new ZipError('encrypted', name);
  check(entry);
  return { entry, next };
}

function check({ name, method, packed, size, headerAt }: ZipEntry): void {
  if ([packed, size, headerAt].includes(ELSEWHERE)) throw new ZipError('tooLarge', name);
  if (method !== STORED && method !== DEFLATED) throw new ZipError('damaged', name);
  if (size > RATIO_FROM && size > packed * HIGHEST_RATIO) throw new ZipError('suspiciousRatio', name);
}

/** The files in a zip. Throws ZipError; unpacks nothing. */
export function zipEntries(bytes: Buffer): ZipEntry[] {
  if (bytes.length < END_SIZE) throw new ZipError('notZip');
  const end = endRecordAt(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new ZipError('tooManyEntries');
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    const { entry, next } = entryAt(bytes, at);
    entries.push(entry);
    at = next;
  }
  if (entries.reduce((total, { size }) => total + size, 0) > LARGEST_TOTAL) throw new ZipError('tooLarge');
  return entries;
}

const inflate = promisify(inflateRaw);

/** Unpacks one file, to the size its entry gives and no further. Throws ZipError. */
export async function unzipEntry(bytes: Buffer, entry: ZipEntry): Promise<Buffer> {
  const { name, headerAt } = entry;
  if (headerAt + LOCAL_SIZE > bytes.length || bytes.readUInt32LE(headerAt) !== LOCAL) {
    throw new ZipError('truncated', name);
  }
  const from = headerAt + LOCAL_SIZE + bytes.readUInt16LE(headerAt + 26) + bytes.readUInt16LE(headerAt + 28);
  const packed = bytes.subarray(from, from + entry.packed);
  if (packed.length !== entry.packed) throw new ZipError('truncated', name);
  const whole = entry.method === STORED ? packed : await inflated(packed, entry);
  if (whole.length !== entry.size || crc32(whole) !== entry.crc) throw new ZipError('damaged', name);
  return whole;
}

async function inflated(packed: Buffer, { name, size }: ZipEntry): Promise<Buffer> {
  if (size === 0) return Buffer.alloc(0);
  try {
    return await inflate(packed, { maxOutputLength: size });
  } catch {
    throw new ZipError('damaged', name);
  }
}

/** Packs files into a zip, uncompressed: what a reader is given holds nothing but what was checked. */
export function zipOf(files: ReadonlyMap<string, Buffer>): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, data] of files) {
    const label = Buffer.from(name, 'utf8');
    const local = Buffer.alloc(LOCAL_SIZE);
    local.writeUInt32LE(LOCAL, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt32LE(crc32(data), 14);
    local.writeUInt32LE(data.length, 18);
    local.writeUInt32LE(data.length, 22);
    local.writeUInt16LE(label.length, 26);
    const central = Buffer.alloc(DIRECTORY_SIZE);
    central.writeUInt32LE(DIRECTORY, 0);
    local.copy(central, 6, 4, LOCAL_SIZE);
    central.writeUInt32LE(at, 42);
    bodies.push(local, label, data);
    directory.push(central, label);
    at += LOCAL_SIZE + label.length + data.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(END_SIZE);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(files.size, 8);
  end.writeUInt16LE(files.size, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, central, end]);
}

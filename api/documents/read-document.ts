/**
 * Reads an uploaded document (.txt, .docx) into paragraphs and tables. What it is is told by its bytes, not by its
 * name; whatever is wrong comes back as one of a closed list of codes with a message in Chinese that names the
 * place (trust.md, "Bad input").
 */
import type { PlanDocument } from '../domain/read-plan/reading.ts';
import { blocksOfLines } from '../domain/read-plan/text-table.ts';
import { readDocx, WordError, type WordFault } from './read-docx.ts';
import { decodeText } from './read-text.ts';
import { ZipError, type ZipFault } from './zip.ts';

export type DocumentFault =
  | 'empty'
  | 'tooLarge'
  | 'oldWord'
  | 'password'
  | 'otherFormat'
  | 'notText'
  | ZipFault
  | WordFault;

export type DocumentReading =
  | { ok: true; document: PlanDocument }
  | { ok: false; code: DocumentFault; message: string };

/** No file is larger, by trust.md. */
export const LARGEST_FILE = 20 * 2 ** 20;
/** A plan of a million characters is none. */
export const LARGEST_TEXT = 5 * 2 ** 20;

const MESSAGES: Readonly<Record<DocumentFault, string>> = {
  empty: '文件是空的',
  tooLarge: '文件或其解压后的内容太大（文件不超过20 MB，纯文本不超过5 MB）',
  oldWord: '这是旧版 Word 文档（.doc）或其他 Office 旧格式，请另存为 .docx 再读',
  password: '文档设有打开密码，请取消密码后另存再读',
  otherFormat: '只能读 .docx 和 .txt 文件，这是别的格式',
  notText: '不是可以读的文本：编码既不是 UTF-8，也不是 GB18030',
  notZip: '不是完整的 .docx 文件',
  truncated: '文件不完整，可能没有下载或复制完',
  encrypted: '压缩包里的文件加了密',
  tooManyEntries: '压缩包里的文件太多，不像 Word 文档',
  suspiciousRatio: '压缩率异常，解压后会过大，不予打开',
  damaged: '内容损坏，校验不符',
  noWordText: '里面没有 Word 正文（word/document.xml）',
  textTooLarge: '正文太大（word/document.xml），不像工作方案',
  damagedText: '正文（word/document.xml）损坏，读不出段落',
  tooSlow: '正文（word/document.xml）读取超时',
  tooComplex: '正文（word/document.xml）过于复杂，内存不够',
};

const fail = (code: DocumentFault, place = ''): DocumentReading => ({
  ok: false,
  code,
  message: place === '' ? MESSAGES[code] : `${place}：${MESSAGES[code]}`,
});

const startsWith = (bytes: Buffer, ...magic: number[]): boolean =>
  magic.every((byte, i) => bytes[i] === byte);
/** Magic numbers: zip (also cut off at its start), the compound file of old Office, and others people upload. */
const isZip = (bytes: Buffer): boolean => startsWith(bytes, 0x50, 0x4b);
const isCompound = (bytes: Buffer): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);
const OTHERS: readonly (readonly number[])[] = [
  [0x25, 0x50, 0x44, 0x46],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
];
/** A Word file with a password is a compound file that holds this stream. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

async function readZip(bytes: Buffer): Promise<DocumentReading> {
  try {
    return { ok: true, document: await readDocx(bytes) };
  } catch (error) {
    if (error instanceof ZipError) return fail(error.fault, error.entry);
    if (error instanceof WordError) return fail(error.fault);
    throw error;
  }
}

function readText(bytes: Buffer): DocumentReading {
  if (bytes.length > LARGEST_TEXT) return fail('tooLarge');
  const text = decodeText(bytes);
  if (text === undefined) return fail('notText');
  return text.trim() === '' ? fail('empty') : { ok: true, document: blocksOfLines(text.split(/\r\n|\n|\r/)) };
}

/** The paragraphs and tables of a document, or why they cannot be read. Never throws for a bad file. */
export async function readDocument(bytes: Buffer): Promise<DocumentReading> {
  if (bytes.length === 0) return fail('empty');
  if (bytes.length > LARGEST_FILE) return fail('tooLarge');
  if (isZip(bytes)) return readZip(bytes);
  if (isCompound(bytes)) return fail(bytes.includes(ENCRYPTED) ? 'password' : 'oldWord');
  if (OTHERS.some((magic) => startsWith(bytes, ...magic))) return fail('otherFormat');
  return readText(bytes);
}

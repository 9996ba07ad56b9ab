/** Files that are no document, or are damaged, are refused in words, whatever their bytes. */
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPlan } from '../domain/read-plan/read-plan.ts';
import { wordFile } from '../testing/word-file.ts';
import { readDocument } from './read-document.ts';
import { unzipEntry, zipEntries, zipOf } from './zip.ts';

/** A zip whose one file is said to have other sizes than it has. */
function lyingZip(size: number, packed: Buffer): Buffer {
  const zip = zipOf(new Map([['word/document.xml', packed]]));
  const directory = zip.readUInt32LE(zip.length - 6);
  zip.writeUInt16LE(8, 8);
  zip.writeUInt16LE(8, directory + 10);
  zip.writeUInt32LE(size, directory + 24);
  return zip;
}

describe('files that cannot be read', () => {
  const bomb = deflateRawSync(Buffer.alloc(80 * 2 ** 20));
  const encrypted = () => {
    const zip = zipOf(new Map([['word/document.xml', Buffer.from('<x/>')]]));
    zip.writeUInt16LE(1, zip.readUInt32LE(zip.length - 6) + 8);
    return zip;
  };
  const many = () =>
    zipOf(new Map(Array.from({ length: 3000 }, (_, i) => [`word/${i}.xml`, Buffer.alloc(0)] as const)));
  const cases: [string, string, () => Buffer][] = [
    ['nothing', 'empty', () => Buffer.alloc(0)],
    ['only spaces', 'empty', () => Buffer.from(' \n\u3000\n')],
    ['21 MB', 'tooLarge', () => Buffer.alloc(21 * 2 ** 20, 'a')],
    ['6 MB of text', 'tooLarge', () => Buffer.alloc(6 * 2 ** 20, 'a')],
    ['a program', 'notText', () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3])],
    ['bytes of no encoding', 'notText', () => Buffer.from([0xff, 0x80, 0x81, 0x20, 0xff])],
    ['a PDF', 'otherFormat', () => Buffer.from('%PDF-1.7 …')],
    ['an old Word file', 'oldWord', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex')],
    [
      'a Word file with a password',
      'password',
      () =>
        Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['the beginning of a zip', 'truncated', () => zipOf(new Map([['a', Buffer.from('b')]])).subarray(0, 40)],
    ['two letters', 'notZip', () => Buffer.from('PK')],
    ['a zip that is no Word file', 'noWordText', () => zipOf(new Map([['a.txt', Buffer.from('b')]]))],
    ['an encrypted zip', 'encrypted', encrypted],
    ['a zip of 3000 files', 'tooManyEntries', many],
    ['a bomb that says so', 'suspiciousRatio', () => lyingZip(80 * 2 ** 20, bomb)],
    ['a bomb that lies', 'damaged', () => lyingZip(1000, bomb)],
    ['XML that is none', 'damagedText', () => zipOf(new Map([['word/document.xml', Buffer.from('<w:p><')]]))],
  ];
  test.each(cases)('%s: %s', async (_, code, bytes) => {
    expect(await readDocument(bytes())).toEqual({
      ok: false,
      code,
      message: expect.stringMatching(/\p{Script=Han}/u),
    });
  });
});

describe('damaged Word files', () => {
  let whole: Buffer;
  let parts: Map<string, Buffer>;
  beforeAll(async () => {
    whole = await wordFile('示例镇方案', '一、开展排查。由应急办牵头。', {
      table: [
        ['任务', '责任单位'],
        ['清淤', '水务站'],
      ],
    });
    parts = new Map();
    for (const entry of zipEntries(whole)) parts.set(entry.name, await unzipEntry(whole, entry));
  });

  // Two bytes tell a zip; what is left of one byte is the text “P”.
  test('cut off anywhere after its first two bytes, they are refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: whole.length - 1 }), async (length) => {
        const read = await readDocument(whole.subarray(0, length));
        expect(read.ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('with bytes flipped anywhere, they are refused or read, never crash', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })), {
          minLength: 1,
          maxLength: 4,
        }),
        async (flips) => {
          const bytes = Buffer.from(whole);
          for (const [at, by] of flips) bytes[at] = (bytes[at] ?? 0) ^ by;
          const read = await readDocument(bytes);
          expect(read.ok ? readPlan(read.document).title : read.message).toMatch(/^.{0,200}$/su);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('with sound checksums around broken XML, they are refused or read, never crash', async () => {
    const names = [
      'word/document.xml',
      'word/numbering.xml',
      'word/styles.xml',
      '[Content_Types].xml',
      '_rels/.rels',
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.string({ maxLength: 6 }),
        async (name, share, junk) => {
          const data = parts.get(name) ?? Buffer.alloc(0);
          const at = Math.floor(data.length * share);
          const broken = Buffer.concat([data.subarray(0, at), Buffer.from(junk), data.subarray(at + 3)]);
          const read = await readDocument(zipOf(new Map([...parts, [name, broken]])));
          expect(read.ok ? readPlan(read.document).title : read.message).toMatch(/^.{0,200}$/su);
        },
      ),
      { numRuns: 15 },
    );
  });
});

import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanPicture } from './clean-picture.ts';

/** A picture of two colours, left red and right blue, as a camera writes it: held on its side, with a position. */
async function photo(format: 'jpeg' | 'png' | 'webp'): Promise<Uint8Array> {
  const left = await sharp({ create: { width: 32, height: 32, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer();
  return sharp({ create: { width: 64, height: 32, channels: 3, background: '#0000ff' } })
    .composite([{ input: left, left: 0, top: 0 }])
    .withExif({
      IFD0: { Make: 'A maker', Orientation: '6' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '26/1 34/1 12/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '106/1 42/1 0/1',
      },
    })
    .withMetadata({ orientation: 6 })
    .toFormat(format)
    .toBuffer();
}

async function cleaned(bytes: Uint8Array, type: string): Promise<Uint8Array> {
  const result = await cleanPicture(bytes, type);
  if (!result.ok) throw new Error(result.message);
  return result.bytes;
}

/** The red and the blue of a point. */
async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<[number, number]> {
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (y * info.width + x) * info.channels;
  return [data[at] ?? 0, data[at + 2] ?? 0];
}

describe.each(['jpeg', 'png', 'webp'] as const)('a %s from a camera', (format) => {
  test('loses its position and all else that was written beside it, and stands upright', async () => {
    const bytes = await photo(format);
    const before = await sharp(bytes).metadata();
    expect(before.exif?.includes('A maker')).toBe(true);
    expect(before.orientation).toBe(6);
    const after = await cleaned(bytes, `image/${format}`);
    const { exif, xmp, iptc, orientation, width, height } = await sharp(after).metadata();
    expect({ exif, xmp, iptc, orientation: orientation ?? 1 }).toEqual({
      exif: undefined,
      xmp: undefined,
      iptc: undefined,
      orientation: 1,
    });
    expect(Buffer.from(after).includes('A maker')).toBe(false);
    expect([width, height]).toEqual([32, 64]);
    const [red, blue] = await colourAt(after, 16, 8);
    expect(red).toBeGreaterThan(blue);
  });

  test('becomes the same bytes each time, so that a second one is known for what it is', async () => {
    const bytes = await photo(format);
    const [once, again] = [await cleaned(bytes, `image/${format}`), await cleaned(bytes, `image/${format}`)];
    expect(Buffer.from(once).equals(Buffer.from(again))).toBe(true);
    expect(await cleaned(once, `image/${format}`)).toBe(once);
  });
});

test('a picture without metadata stays byte for byte, as does what is no picture', async () => {
  const plain = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer();
  expect(await cleaned(plain, 'image/jpeg')).toBe(plain);
  const document = Buffer.from('%PDF-1.4');
  expect(await cleaned(document, 'application/pdf')).toBe(document);
});

test('what cannot be read, is too large, or cannot be cleaned is refused with a reason', async () => {
  const bytes = await photo('jpeg');
  expect(await cleanPicture(bytes.slice(0, 40), 'image/jpeg')).toMatchObject({
    ok: false,
    code: 'unreadable',
  });
  expect(await cleanPicture(bytes, 'image/heic')).toMatchObject({ ok: false, code: 'notCleanable' });
  const svg = (side: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="${side}"/>`;
  const bomb = await sharp(Buffer.from(svg(1)))
    .png()
    .toBuffer();
  // The header of a PNG says its size: one of 60 000 × 60 000 points is not decoded.
  const huge = Buffer.from(bomb);
  huge.writeUInt32BE(60_000, 16);
  huge.writeUInt32BE(60_000, 20);
  expect(await cleanPicture(huge, 'image/png')).toMatchObject({ ok: false, code: 'unreadable' });
});

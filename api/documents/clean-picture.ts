/**
 * Takes out of a picture (图片) what a camera writes beside it: the position, the device, the owner. Pixels are turned
 * the way the camera held them. The only file that decodes pictures that people send, in sharp's own threads and
 * within a limit of size and time (trust.md, "Files").
 */

/** What is decoded: HEIC is not, for its codec is not free; it is refused where its metadata cannot be taken out. */
const CLEANED = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;
type Cleaned = (typeof CLEANED)[number];

/** A phone's largest picture has 108 million points. */
const MOST_POINTS = 110_000_000;
const WITHIN_SECONDS = 20;
const QUALITY = 92;

export type CleanPicture =
  | { ok: true; bytes: Uint8Array }
  | { ok: false; code: 'unreadable' | 'notCleanable'; message: string };

const UNREADABLE = {
  ok: false,
  code: 'unreadable',
  message: '图片读不出来，可能已损坏或尺寸太大，请重新拍一张再发',
} as const;
const HEIC = {
  ok: false,
  code: 'notCleanable',
  message: 'HEIC 图片里的拍摄位置去不掉，请把相机设为“兼容性最佳”，或转成 JPG 再发',
} as const;

const isCleaned = (type: string): type is Cleaned => CLEANED.some((each) => each === type);

/**
 * The picture without its metadata; the very same bytes where it has none, so that its hash stays. `type` is by
 * content. What is no picture is given back as it is.
 */
export async function cleanPicture(bytes: Uint8Array, type: string): Promise<CleanPicture> {
  if (type === 'image/heic') return HEIC;
  if (!isCleaned(type)) return { ok: true, bytes };
  const { default: sharp } = await import('sharp');
  const limits = { limitInputPixels: MOST_POINTS, animated: type === 'image/gif' || type === 'image/webp' };
  try {
    const { exif, xmp, iptc, orientation = 1, width, height } = await sharp(bytes, limits).metadata();
    if (width * height > MOST_POINTS) return UNREADABLE;
    if (exif === undefined && xmp === undefined && iptc === undefined && orientation === 1)
      return { ok: true, bytes };
    const upright = sharp(bytes, limits).timeout({ seconds: WITHIN_SECONDS });
    // An animation is a strip of pictures, which cannot be turned; cameras make none.
    const turned = orientation === 1 ? upright : upright.rotate();
    const format =
      type === 'image/jpeg' ? 'jpeg' : type === 'image/png' ? 'png' : type === 'image/gif' ? 'gif' : 'webp';
    const quality = format === 'jpeg' || format === 'webp' ? { quality: QUALITY } : {};
    return { ok: true, bytes: await turned.keepIccProfile().toFormat(format, quality).toBuffer() };
  } catch {
    return UNREADABLE;
  }
}

/** A bulletin's Word file and picture; what makes them is loaded with the first, so that starting does not wait for it. */
import type { BulletinContent } from '../../domain/bulletin/content.ts';

/** The Word file (.docx) of a bulletin of that sub-district. */
export async function bulletinWord(content: BulletinContent, street: string): Promise<Uint8Array> {
  const word = await import('../../documents/bulletin/bulletin-word.ts');
  return word.bulletinWord(content, street);
}

/** The picture (PNG) of a bulletin of that sub-district. */
export async function bulletinPicture(content: BulletinContent, street: string): Promise<Uint8Array> {
  const picture = await import('../../documents/bulletin/bulletin-picture.ts');
  return picture.bulletinPicture(content, street);
}

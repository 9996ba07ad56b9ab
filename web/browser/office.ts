/** A Word file as LibreOffice prints it: the pages' text with its places, and their ink. All measures in millimetres. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';

const run = promisify(execFile);

const MM_PER_POINT = 25.4 / 72;
const DOTS_PER_INCH = 200;
const MM_PER_DOT = 25.4 / DOTS_PER_INCH;

export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

export interface TextLine extends Box {
  text: string;
}

export interface Sheet {
  width: number;
  height: number;
  lines: readonly TextLine[];
  /** What is printed in a colour within a part of the page: its outer box, null where there is nothing. */
  ink(colour: 'red' | 'black', within?: Partial<Box>): Box | null;
}

const NUMBERS = /xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/;

function boxOf(tag: string): Box {
  const [, left, top, right, bottom] = NUMBERS.exec(tag) ?? [];
  const at = (points: string | undefined) => Number(points) * MM_PER_POINT;
  return { left: at(left), top: at(top), right: at(right), bottom: at(bottom) };
}

/** The lines of each page, top to bottom, as `pdftotext -bbox-layout` finds them. */
function pagesOf(html: string): Pick<Sheet, 'width' | 'height' | 'lines'>[] {
  return [...html.matchAll(/<page width="([\d.]+)" height="([\d.]+)">(.*?)<\/page>/gs)].map(
    ([, width, height, inside = '']) => ({
      width: Number(width) * MM_PER_POINT,
      height: Number(height) * MM_PER_POINT,
      lines: [...inside.matchAll(/(<line [^>]*>)(.*?)<\/line>/gs)]
        .map(([, tag = '', words = '']) => ({
          ...boxOf(tag),
          text: [...words.matchAll(/>([^<]+)<\/word>/g)].map(([, word]) => word).join(''),
        }))
        .toSorted((a, b) => a.top - b.top),
    }),
  );
}

const IS = {
  red: (r: number, g: number, b: number) => r > 150 && g < 110 && b < 110,
  black: (r: number, g: number, b: number) => r < 128 && g < 128 && b < 128,
} as const;

async function inkOf(png: string): Promise<Sheet['ink']> {
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  return (colour, { left = 0, top = 0, right = Infinity, bottom = Infinity } = {}) => {
    const found = { left: Infinity, right: -1, top: Infinity, bottom: -1 };
    const rows = Math.min(info.height, Math.floor(bottom / MM_PER_DOT));
    const columns = Math.min(info.width, Math.floor(right / MM_PER_DOT));
    for (let y = Math.ceil(top / MM_PER_DOT); y < rows; y++) {
      for (let x = Math.ceil(left / MM_PER_DOT); x < columns; x++) {
        const at = (y * info.width + x) * info.channels;
        if (!IS[colour](data[at] ?? 255, data[at + 1] ?? 255, data[at + 2] ?? 255)) continue;
        found.left = Math.min(found.left, x);
        found.right = Math.max(found.right, x + 1);
        found.top = Math.min(found.top, y);
        found.bottom = Math.max(found.bottom, y + 1);
      }
    }
    if (found.right < 0) return null;
    const inMm = (dots: number) => dots * MM_PER_DOT;
    return {
      left: inMm(found.left),
      right: inMm(found.right),
      top: inMm(found.top),
      bottom: inMm(found.bottom),
    };
  };
}

/** The pages that LibreOffice makes of a Word file. `keep` is told the path of each page's picture. */
export async function printed(
  docx: Uint8Array,
  keep: (png: string, page: number) => Promise<void> = () => Promise.resolve(),
): Promise<Sheet[]> {
  const folder = await mkdtemp(join(tmpdir(), 'duban-word-'));
  const [word, pdf] = [join(folder, 'page.docx'), join(folder, 'page.pdf')];
  try {
    await writeFile(word, docx);
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    await run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, word]);
    await run('pdftoppm', ['-r', `${DOTS_PER_INCH}`, '-png', pdf, join(folder, 'page')]);
    const { stdout } = await run('pdftotext', ['-bbox-layout', pdf, '-'], { maxBuffer: 2 ** 26 });
    const pictures = (await readdir(folder)).filter((name) => name.endsWith('.png')).toSorted();
    return await Promise.all(
      pagesOf(stdout).map(async (page, index) => {
        const png = join(folder, pictures[index] ?? '');
        await keep(png, index + 1);
        return { ...page, ink: await inkOf(png) };
      }),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

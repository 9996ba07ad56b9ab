/** How figures stand in tables and columns: the domain's own writing, without the sign where it stands apart. */
import { pointsText, shareText } from '../../api/domain/time/format.ts';

/** A share 0…1 as a percentage without its sign: 0.955 → `95.5`. */
export const percentOf = (share: number): string => shareText(share).slice(0, -1);

/** A score with two decimals: 96.4 → `96.40`. */
export const scoreOf = (points: number): string => pointsText(points);

/** Points without needless zeros: 20 → `20`, 19.2 → `19.2`. */
export const pointsOf = (points: number): string => String(Number(pointsText(points)));

const KB = 1024;
const MB = KB * 1024;

/** A file's size for people: `812 KB`, `3.4 MB`. */
export function sizeOf(bytes: number): string {
  return bytes < MB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / MB).toFixed(1)} MB`;
}

/** Largest upload (trust.md, Files). */
export const LARGEST_FILE = 20 * MB;

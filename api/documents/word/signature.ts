/** Signature and date (发文机关署名、成文日期): GB/T 9704-2012, 7.3.5. */
import { AlignmentType, type Paragraph } from 'docx';
import { characters } from './measures.ts';
import { blankLine, line } from './paragraphs.ts';
import { widthOf } from './width.ts';

export interface Signature {
  /** The issuing authority or office. */
  name: string;
  /** In Arabic figures without leading zeros: 2026年11月3日. */
  date: string;
  /** Sealed by hand after printing: then the name is centred on the date, and there is room for the seal. */
  sealed: boolean;
}

/** How many characters each of the two lines keeps clear of the right edge. */
export interface Placement {
  name: number;
  date: number;
}

/** With a seal the date stands four characters in; without, the longer line stands two in (7.3.5.1, 7.3.5.2). */
const IN_WHEN_SEALED = 4;
const IN_WITHOUT = 2;
/** Without a seal the date begins two characters to the right of where the name begins. */
const DATE_STEP = 2;

/** Where name and date stand. */
export function placeSignature({ name, date, sealed }: Signature): Placement {
  const [nameWidth, dateWidth] = [widthOf(name), widthOf(date)];
  if (sealed) {
    // The name is centred on the date; a name too long for that ends at the type area's edge.
    const centred = IN_WHEN_SEALED + (dateWidth - nameWidth) / 2;
    return { date: IN_WHEN_SEALED + Math.max(0, -centred), name: Math.max(0, centred) };
  }
  const dateIn = IN_WITHOUT + nameWidth - DATE_STEP - dateWidth;
  return dateIn >= IN_WITHOUT
    ? { name: IN_WITHOUT, date: dateIn }
    : { date: IN_WITHOUT, name: IN_WITHOUT + DATE_STEP + dateWidth - nameWidth };
}

const rightAligned = (text: string, clear: number): Paragraph =>
  line(text, {}, { alignment: AlignmentType.RIGHT, indent: { right: characters(clear) }, keepLines: true });

/** Blank lines above: one, or room for the lower half of a seal. */
const BLANK = { sealed: 3, without: 1 } as const;

/** Blank lines, name, date. */
export function signatureLines(signature: Signature): Paragraph[] {
  const place = placeSignature(signature);
  const blank = signature.sealed ? BLANK.sealed : BLANK.without;
  return [
    ...Array.from({ length: blank }, blankLine),
    rightAligned(signature.name, place.name),
    rightAligned(signature.date, place.date),
  ];
}

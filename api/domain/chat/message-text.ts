/** What of a message's text is stored: characters that a database can hold, and not more than the limit. */
import { maskPersonalData } from '../masking.ts';

/** The longest text that the inbox holds, in characters. */
export const LONGEST_TEXT = 20_000;

/** Stands at the end of a text that was cut; such a message is answered, never recorded. */
export const CUT_NOTE = '……（消息过长，此处以下未保存）';

/** A text without what no database holds: NUL characters and halves of surrogate pairs. */
export const storable = (text: string): string => text.replaceAll('\0', '').toWellFormed();

/** A text cut to the limit, with the note at its end where it was longer. */
export function fitted(text: string, longest = LONGEST_TEXT): string {
  if (text.length <= longest) return text;
  return storable(text.slice(0, longest - CUT_NOTE.length - 1)) + CUT_NOTE;
}

/** Whether a stored text was cut. */
export const wasCut = (text: string): boolean => text.length >= LONGEST_TEXT - 1 && text.endsWith(CUT_NOTE);

const LONGEST_NAME = 100;

/** The name of a person, a room or a file as it is stored: personal data masked. */
export const shortName = (name: string): string =>
  maskPersonalData(storable(name)).text.slice(0, LONGEST_NAME);

import { createHash } from 'node:crypto';
import { fitted, storable } from '../../domain/chat/message-text.ts';
import { maskPersonalData } from '../../domain/masking.ts';

export interface Said {
  name: string;
  at: Date;
  text: string;
}

/** What was said as it may be stored: personal data masked in the name and in the words. */
export const maskedSaid = ({ name, at, text }: Said): Said => ({
  name: maskPersonalData(storable(name)).text,
  at,
  text: fitted(maskPersonalData(storable(text)).text),
});

/** The number of a pasted message, made of who said what when: pasted twice, it is the same message. */
export const pasteKey = (said: Said): string => {
  const { name, at, text } = maskedSaid(said);
  return createHash('sha256')
    .update(JSON.stringify([name, at.toISOString(), text]), 'utf8')
    .digest('hex');
};

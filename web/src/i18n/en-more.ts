/** The words that the first view has no use for, in English. */
import { enAdmin } from './en-admin.ts';
import { enAnnual } from './en-annual.ts';
import { enSchemes } from './en-schemes.ts';
import type { MoreWords } from './zh-more.ts';

export const enMore: MoreWords = { ...enAnnual, ...enSchemes, ...enAdmin };

/** The words that the first view has no use for, in Chinese: the annual assessment, schemes, administration. */
import { zhAdmin } from './zh-admin.ts';
import { zhAnnual } from './zh-annual.ts';
import { zhSchemes } from './zh-schemes.ts';

export const zhMore = { ...zhAnnual, ...zhSchemes, ...zhAdmin };

/** What each other language must fill as well, once it is asked for. */
export type MoreWords = typeof zhMore;

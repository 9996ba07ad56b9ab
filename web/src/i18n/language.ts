/** The language in use (语言): Chinese ships with the first view, the other one comes when it is asked for. */
import { createSignal } from 'solid-js';
import { readKept, writeKept } from '../parts/kept.ts';
import { type Words, zh } from './zh.ts';

export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'duban.language';
const [words, setWords] = createSignal<Words>(zh);
const [language, setCurrent] = createSignal<Language>('zh-CN');

/** The words of the language in use: `t().nav.overview`. */
export const t = words;
export { language };

async function wordsOf(wanted: Language): Promise<Words> {
  if (wanted === 'zh-CN') return zh;
  return (await import('./en.ts')).en;
}

/** Changes the language of the whole page, and keeps it for the next visit. */
export async function useLanguage(wanted: Language): Promise<void> {
  const next = await wordsOf(wanted);
  setWords(() => next);
  setCurrent(wanted);
  document.documentElement.lang = wanted;
  writeKept(KEY, wanted);
}

/** The language kept from the last visit; Chinese for a first one. */
export const keptLanguage = (): Language => (readKept(KEY) === 'en' ? 'en' : 'zh-CN');

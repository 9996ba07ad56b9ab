/**
 * The language in use (语言): Chinese ships with the first view, the other one comes when it is asked for; what the
 * first view has no use for comes with the pages that have.
 */
import { createSignal } from 'solid-js';
import { readKept, writeKept } from '../parts/kept.ts';
import { type Words, zh } from './zh.ts';
import type { MoreWords } from './zh-more.ts';

const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEY = 'duban.language';
const [words, setWords] = createSignal<Words>(zh);
const [moreWords, setMoreWords] = createSignal<MoreWords | null>(null);
const [language, setCurrent] = createSignal<Language>('zh-CN');

/** The words of the language in use: `t().nav.overview`. */
export const t = words;
export { language };

/** The words of pages that came after the first view: `more().annual.title`. They are there once `withMore` resolves. */
export function more(): MoreWords {
  const said = moreWords();
  if (said === null) throw new Error('a page that speaks of more is loaded without withMore');
  return said;
}

async function wordsOf(wanted: Language): Promise<Words> {
  if (wanted === 'zh-CN') return zh;
  return (await import('./en.ts')).en;
}

async function moreOf(wanted: Language): Promise<MoreWords> {
  if (wanted === 'zh-CN') return (await import('./zh-more.ts')).zhMore;
  return (await import('./en-more.ts')).enMore;
}

/** Loads what `more` says in the language in use; where that changes meanwhile, in the new one. */
async function loadMore(): Promise<void> {
  const wanted = language();
  const next = await moreOf(wanted);
  if (wanted !== language()) return loadMore();
  setMoreWords(() => next);
}

/** Loads a page together with the words it says beside those of the first view. */
export async function withMore<T>(load: () => Promise<T>): Promise<T> {
  const [page] = await Promise.all([load(), moreWords() === null ? loadMore() : undefined]);
  return page;
}

/** Changes the language of the whole page, and keeps it for the next visit. */
export async function useLanguage(wanted: Language): Promise<void> {
  const next = await wordsOf(wanted);
  const following = moreWords() === null ? null : await moreOf(wanted);
  setWords(() => next);
  if (following !== null) setMoreWords(() => following);
  setCurrent(wanted);
  // A page that came meanwhile brought the words of the language before.
  if (following === null && moreWords() !== null) await loadMore();
  document.documentElement.lang = wanted;
  writeKept(KEY, wanted);
}

/** The language kept from the last visit; Chinese for a first one. */
export const keptLanguage = (): Language => (readKept(KEY) === 'en' ? 'en' : 'zh-CN');

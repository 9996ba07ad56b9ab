/** Drafts (草稿): what was typed into a form stays in this browser until it is sent. */
import { createSignal, type Signal } from 'solid-js';
import { readKept, writeKept } from './kept.ts';

const keyOf = (name: string): string => `duban.draft.${name}`;

/** The kept draft where it still has the shape of `empty`, else `empty`. */
export function readDraft<T extends Record<string, unknown>>(text: string | null, empty: T): T {
  if (text === null) return empty;
  try {
    const kept: unknown = JSON.parse(text);
    if (typeof kept !== 'object' || kept === null) return empty;
    const fields = new Map(Object.entries(kept));
    const known = Object.keys(empty).filter((key) => typeof fields.get(key) === typeof empty[key]);
    return { ...empty, ...Object.fromEntries(known.map((key) => [key, fields.get(key)])) };
  } catch {
    return empty;
  }
}

/**
 * The fields of a form, kept under a name. The first of the pair reads, the second changes and keeps;
 * setting `empty` itself forgets the draft.
 */
export function createDraft<T extends Record<string, unknown>>(name: string, empty: T): Signal<T> {
  const [fields, setFields] = createSignal<T>(readDraft(readKept(keyOf(name)), empty));
  const set = ((next: T) => {
    writeKept(keyOf(name), next === empty ? null : JSON.stringify(next));
    return setFields(() => next);
  }) as Signal<T>[1];
  return [fields, set];
}

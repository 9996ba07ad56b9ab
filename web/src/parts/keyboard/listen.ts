import { createSignal, onCleanup, onMount } from 'solid-js';
import { readKept, writeKept } from '../kept.ts';
import { type Action, PATIENCE_MS, readKey } from './shortcuts.ts';

const KEY = 'duban.keys';
const [keysOn, setOn] = createSignal(readKept(KEY) !== 'off');

/** Whether single keys do anything: who dictates or types by switch may turn them off (WCAG 2.1.4). */
export { keysOn };

/** Turns single keys on or off, and remembers it. */
export function setKeysOn(on: boolean): void {
  setOn(on);
  writeKept(KEY, on ? null : 'off');
}

const TYPING = 'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"]';
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TYPING) !== null;

/** Listens for actions while the component is on the page; keys typed into a field or a menu are not meant. */
export function listenForKeys(handlers: Partial<Record<Action, () => void>>): void {
  const listening = Object.keys(handlers) as Action[];
  let typed: readonly string[] = [];
  let last = 0;
  const heard = (event: KeyboardEvent): void => {
    const elsewhere = event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat;
    if (!keysOn() || elsewhere || isTyping(event.target)) return;
    if (event.timeStamp - last > PATIENCE_MS) typed = [];
    last = event.timeStamp;
    const read = readKey(typed, event.key, listening);
    typed = read.typed;
    if (read.action === null) return;
    event.preventDefault();
    handlers[read.action]?.();
  };
  onMount(() => document.addEventListener('keydown', heard));
  onCleanup(() => document.removeEventListener('keydown', heard));
}

/** Puts the cursor into the page's search. Gives whether the page has one. */
export function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>('main [type="search"]');
  search?.focus();
  return search !== null;
}

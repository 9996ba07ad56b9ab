/** Light or dark (浅色、深色): as the machine has it, until the person chooses. */
import { createSignal } from 'solid-js';
import { readKept, writeKept } from './kept.ts';

export type Theme = 'light' | 'dark';

const KEY = 'duban.theme';
const [theme, setCurrent] = createSignal<Theme>('light');

export { theme };

function show(next: Theme): void {
  document.documentElement.dataset.theme = next;
  setCurrent(next);
}

/** Shows the kept theme, or the machine's; called once before anything is drawn. */
export function startTheme(): void {
  const kept = readKept(KEY);
  const machine: Theme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
  show(kept === 'light' || kept === 'dark' ? kept : machine);
}

/** Changes to the other theme and keeps it. */
export function toggleTheme(): void {
  const next = theme() === 'light' ? 'dark' : 'light';
  show(next);
  writeKept(KEY, next);
}

import type { Row } from '../../api/bench/finding.ts';

/** The rows of the bench over the web client, as a browser shows it. */
export const ROWS: Readonly<Record<string, Row>> = {
  paint: async (arena) => (await import('./paint.ts')).paint(arena),
  scroll: async (arena) => (await import('./scroll.ts')).scroll(arena),
};

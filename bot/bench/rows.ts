import type { Row } from '../../api/bench/finding.ts';

/** The rows of the bench over the chat. */
export const ROWS: Readonly<Record<string, Row>> = {
  understand: async () => (await import('./understanding.ts')).understanding(),
  intake: async (arena) => (await import('./intake.ts')).intake(arena),
};

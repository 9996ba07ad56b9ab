import type { Row } from '../../api/bench/finding.ts';
import { understanding } from './understanding.ts';

/** The rows of the bench over the chat. */
export const ROWS: Readonly<Record<string, Row>> = { understand: understanding };

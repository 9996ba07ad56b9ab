import type { Row } from '../../api/bench/finding.ts';
import { intake } from './intake.ts';
import { understanding } from './understanding.ts';

/** The rows of the bench over the chat. */
export const ROWS: Readonly<Record<string, Row>> = { understand: understanding, intake };

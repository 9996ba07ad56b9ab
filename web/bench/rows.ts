import type { Row } from '../../api/bench/finding.ts';
import { paint } from './paint.ts';
import { scroll } from './scroll.ts';

/** The rows of the bench over the web client, as a browser shows it. */
export const ROWS: Readonly<Record<string, Row>> = { paint, scroll };

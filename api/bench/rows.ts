import { bulletin } from './bulletin.ts';
import { bundle } from './bundle.ts';
import type { Row } from './finding.ts';
import { history } from './overview.ts';
import { province, subdistrict } from './province.ts';
import { ranking } from './ranking.ts';
import { reminders } from './reminders.ts';
import { start } from './start.ts';
import { tasks } from './tasks.ts';

/** The rows of the bench over the application itself, by the names that `duban bench` knows. */
export const ROWS: Readonly<Record<string, Row>> = {
  ranking,
  tasks,
  overview: history,
  subdistrict,
  province,
  reminders,
  bulletin,
  start,
  bundle,
};

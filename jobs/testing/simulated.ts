import type { Job } from '../job.ts';
import { createTimetable } from '../timetable.ts';

/** What a sub-district of a few units and no scheme needs day by day. */
const NAMES: readonly string[] = ['assignments', 'sweep', 'reminders', 'reminders-light', 'snapshot'];

/** The daily jobs of the product's own timetable. */
export const simulated = (): Job[] =>
  createTimetable({
    toTasks: () => 'http://localhost/tasks',
    toOrders: () => 'http://localhost/orders',
    toTask: () => 'http://localhost/m/1',
  }).filter(({ name }) => NAMES.includes(name));

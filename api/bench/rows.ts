import type { Row } from './finding.ts';

/**
 * The rows of the bench over the application itself, by the names that `duban bench` knows. Each reads what it needs
 * when it is done, so that a row that measures memory measures no other row's.
 */
export const ROWS: Readonly<Record<string, Row>> = {
  ranking: async (arena) => (await import('./ranking.ts')).ranking(arena),
  tasks: async (arena) => (await import('./tasks.ts')).tasks(arena),
  overview: async (arena) => (await import('./overview.ts')).history(arena),
  subdistrict: async (arena) => (await import('./province.ts')).subdistrict(arena),
  province: async (arena) => (await import('./province.ts')).province(arena),
  reminders: async (arena) => (await import('./reminders.ts')).reminders(arena),
  bulletin: async (arena) => (await import('./bulletin.ts')).bulletin(arena),
  start: async (arena) => (await import('./start.ts')).start(arena),
  bundle: async (arena) => (await import('./bundle.ts')).bundle(arena),
};

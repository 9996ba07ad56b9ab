/** All tables, as drizzle-kit and `db/open.ts` want them. */
export * from './annual.ts';
export * from './annual-lines.ts';
export * from './assessment.ts';
export * from './assignments.ts';
export * from './auth.ts';
export * from './bulletins.ts';
export * from './chat.ts';
export * from './check-lists.ts';
export * from './gateways.ts';
export * from './inspection.ts';
export * from './plans.ts';
export * from './sign-in-locks.ts';
export * from './supervision.ts';
export * from './system.ts';
export * from './units.ts';
export * from './wordings.ts';

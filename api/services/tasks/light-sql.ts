import { type Placeholder, type SQL, sql } from 'drizzle-orm';
import { assignments as a } from '../../../db/schema/assignments.ts';
import type { Day, Light } from '../../../db/vocabulary.ts';
import type { LightBounds } from '../../domain/assignment/light.ts';

/** The bounds of lights, or what will stand for them in a question that is kept. */
type Bounds = Readonly<Record<keyof LightBounds, Day | Placeholder>>;

/** The light of an assignment row in SQL: the rule of `api/domain/assignment/light.ts`, for filters and counts. */
export const lightSql = ({ today, soonUntil }: Bounds): SQL<Light> => sql<Light>`case
  when ${a.state} = 'done' then 'blue'
  when ${a.state} = 'submitted' then 'green'
  when ${today}::date > greatest(${a.dueOn}, ${a.lastDueOn}) then 'red'
  when ${a.dueOn} <= ${soonUntil}::date then 'yellow'
  else 'green' end`;

import { sql } from 'drizzle-orm';
import { rowsOf } from '../../../db/open.ts';
import type { UnitId, UnitKind } from '../../../db/vocabulary.ts';
import type { Context } from '../../context.ts';

/** A unit that a text speaks of, and the name it is called by there: full, short or other name. */
export interface NamedUnit {
  unitId: UnitId;
  kind: UnitKind;
  name: string;
  calling: string;
}

/** The units whose names stand in a text, longest name first. */
export const unitsNamedIn = (ctx: Context, text: string): Promise<NamedUnit[]> =>
  ctx.read((db) =>
    rowsOf<NamedUnit>(
      db,
      sql`select u.id::float8 as "unitId", u.kind, u.short_name as name, c.calling
        from (
          select domain_id, id as unit_id, name as calling from units
          union select domain_id, id, short_name from units
          union select domain_id, unit_id, alias from unit_aliases
        ) c
        join units u on u.domain_id = c.domain_id and u.id = c.unit_id and u.retired_at is null
        where c.domain_id = ${ctx.domainId} and strpos(${text}, c.calling) > 0
        order by length(c.calling) desc, u.id`,
    ),
  );

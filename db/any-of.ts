import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/**
 * Whether a column is one of these ids, as one parameter however many they are: hundreds of parameters are written
 * out by the driver and planned by the server anew for each length of the list. The parameter is an array by itself and
 * no text that is made one: that the server would read anew for each row it looks at.
 */
export const anyOf = (column: AnyColumn, ids: Iterable<number>): SQL =>
  sql`${column} = any(${`{${[...ids].join(',')}}`}::bigint[])`;

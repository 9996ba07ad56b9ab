import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/**
 * Whether a column is one of these ids, as one parameter however many they are: hundreds of parameters are written
 * out by the driver and planned by the server anew for each length of the list.
 */
export const anyOf = (column: AnyColumn, ids: Iterable<number>): SQL =>
  sql`${column} = any(${`{${[...ids].join(',')}}`}::text::bigint[])`;

import { type AnyColumn, Placeholder, type SQL, sql } from 'drizzle-orm';

/** Ids as PostgreSQL reads an array of them: `{3,7}`. */
export const idArray = (ids: Iterable<number>): string => `{${[...ids].join(',')}}`;

/**
 * Whether a column is one of these ids, or of those that will stand in a placeholder (as `idArray`), as one parameter however many they are: hundreds of parameters are written
 * out by the driver and planned by the server anew for each length of the list. The parameter is an array by itself and
 * no text that is made one: that the server would read anew for each row it looks at.
 */
export const anyOf = (column: AnyColumn, ids: Iterable<number> | Placeholder): SQL =>
  sql`${column} = any(${ids instanceof Placeholder ? ids : idArray(ids)}::bigint[])`;

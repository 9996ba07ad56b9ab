/**
 * One row refers to another by a number that says which it is only within its sub-district: `domain_id` leads every
 * key. Neither the schema nor a query goes by the number alone, nor to a table whose numbers are of another kind.
 */
import { and, eq, type SQL } from 'drizzle-orm';
import { type AnyPgColumn, type ForeignKeyBuilder, foreignKey } from 'drizzle-orm/pg-core';

type OfSubdistrict = { domainId: AnyPgColumn };
type DataOf<C> = C extends { _: { data: infer Data } } ? Data : never;
type Holding<Name extends string, Data> = Record<Name, AnyPgColumn & { _: { data: Data } }>;

/** The foreign key of a reference: what `from` holds under that name is the key of a row of `to`. */
export const references = <From extends OfSubdistrict, Name extends keyof From, Own extends string = 'id'>(
  from: From & Record<Name, AnyPgColumn>,
  name: Name,
  to: OfSubdistrict & Holding<NoInfer<Own>, DataOf<From[Name]>>,
  own: Own = 'id' as Own,
): ForeignKeyBuilder =>
  foreignKey({ columns: [from.domainId, from[name]], foreignColumns: [to.domainId, to[own]] });

/** The condition of a join along a reference: the row of `to` whose key `from` holds under that name. */
export const refersTo = <From extends OfSubdistrict, Name extends keyof From, Own extends string = 'id'>(
  from: From & Record<Name, AnyPgColumn>,
  name: Name,
  to: OfSubdistrict & Holding<NoInfer<Own>, DataOf<From[Name]>>,
  own: Own = 'id' as Own,
): SQL | undefined => and(eq(to.domainId, from.domainId), eq(to[own], from[name]));

import { type AnyColumn, and, eq, type SQL } from 'drizzle-orm';

type OfSubdistrict = { domainId: AnyColumn };
type DataOf<C> = C extends { _: { data: infer Data } } ? Data : never;
type Holding<Name extends string, Data> = Record<Name, AnyColumn & { _: { data: Data } }>;

/**
 * The condition of a join along a reference: the row of `to` whose key `from` holds under that name. A number says
 * which row it is only within its sub-district (`domain_id` leads every key), so no join asks for it alone.
 */
export const refersTo = <From extends OfSubdistrict, Name extends keyof From, Own extends string = 'id'>(
  from: From & Record<Name, AnyColumn>,
  name: Name,
  to: OfSubdistrict & Holding<NoInfer<Own>, DataOf<From[Name]>>,
  own: Own = 'id' as Own,
): SQL | undefined => and(eq(to.domainId, from.domainId), eq(to[own], from[name]));

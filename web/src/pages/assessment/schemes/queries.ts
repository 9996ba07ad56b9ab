/** What the scheme pages ask the server for, and what they send. */
import { queryOptions } from '@tanstack/solid-query';
import type { Basis } from '../../../../../api/domain/score/assemble.ts';
import type { Scheme } from '../../../../../api/domain/score/scheme.ts';
import { answer, server } from '../../../api.ts';

const { schemes } = server;
const one = schemes[':id'];
const param = (id: number) => ({ param: { id: String(id) } });

type Sent = Awaited<ReturnType<typeof sentOne>>;
type SentBasis = Awaited<ReturnType<typeof sentBasis>>;

export interface SchemeDetail extends Omit<Sent, 'body' | 'before'> {
  body: Scheme;
  before: { version: number; body: Scheme } | null;
}
export type SchemeBasis = Omit<SentBasis, keyof Basis> & Basis;

const sentOne = (id: number) => answer(one.$get(param(id)));
const sentBasis = (id: number) => answer(one.basis.$get(param(id)));

/** JSON knows no undefined: what the client's types allow an optional field to be, it never is. */
const detailOf = async (sent: Promise<Sent>): Promise<SchemeDetail> => (await sent) as SchemeDetail;

export const schemeApi = {
  list: () => answer(schemes.$get()),
  show: (id: number) => detailOf(sentOne(id)),
  basis: async (id: number) => (await sentBasis(id)) as SchemeBasis,
  begin: (year: number, from: number | null) => detailOf(answer(schemes.$post({ json: { year, from } }))),
  save: (id: number, revision: number, body: Scheme) =>
    detailOf(answer(one.draft.$post({ ...param(id), json: { revision, body } }))),
  publish: (id: number, revision: number) =>
    detailOf(answer(one.publication.$post({ ...param(id), json: { revision } }))),
  remove: (id: number, revision: number) => answer(one.deletion.$post({ ...param(id), json: { revision } })),
};

export const schemeQueries = {
  list: () => queryOptions({ queryKey: ['data', 'schemes'], queryFn: schemeApi.list }),
  one: (id: number) => queryOptions({ queryKey: ['schemes', id], queryFn: () => schemeApi.show(id) }),
  basis: (id: number) =>
    queryOptions({
      queryKey: ['schemes', id, 'basis'],
      queryFn: () => schemeApi.basis(id),
      staleTime: 60_000,
    }),
};

export type SchemeRow = Awaited<ReturnType<typeof schemeApi.list>>['schemes'][number];

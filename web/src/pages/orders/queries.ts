import { queryOptions } from '@tanstack/solid-query';
import { answer, server } from '../../api.ts';

const list = (state: 'open' | undefined) =>
  answer(server.orders.$get({ query: state === undefined ? {} : { state } }));
const one = (id: number) => answer(server.orders[':id'].$get({ param: { id: String(id) } }));

type Start = Parameters<typeof server.orders.$post>[0]['json'];

/** Starts an order by hand; the answer is its draft. */
export const startOrder = (json: Start) => answer(server.orders.$post({ json }));

/** What an order on a unit can be about. */
export const choicesQuery = (unit: number) =>
  queryOptions({
    queryKey: ['data', 'order-choices', unit],
    queryFn: () => answer(server.orders.choices.$get({ query: { unit: String(unit) } })),
  });

/** Those that wait for somebody, or all. */
export const ordersQuery = (state: 'open' | undefined) =>
  queryOptions({ queryKey: ['data', 'orders', state ?? 'all'], queryFn: () => list(state) });

/** One order with all that happened to it. */
export const orderQuery = (id: number) =>
  queryOptions({ queryKey: ['data', 'order', id], queryFn: () => one(id) });

export type OrderRow = Awaited<ReturnType<typeof list>>['orders'][number];
export type OrderDetail = Awaited<ReturnType<typeof one>>;
export type OrderEvent = OrderDetail['events'][number];

import { useMutation, useQueryClient } from '@tanstack/solid-query';
import { answer, server, type Upload, uploading } from '../../api.ts';
import { type OrderDetail, orderQuery } from '../orders/queries.ts';

const order = server.orders[':id'];
type Decided = Parameters<typeof order.decision.$post>[0]['json'];
type Served = Parameters<typeof order.serving.$post>[0]['json'];

/** Everything that can be done with one order; each answer is at once what the page shows. */
export function useOrder(id: () => number) {
  const client = useQueryClient();
  const param = () => ({ id: String(id()) });
  const show = (detail: OrderDetail): void => {
    client.setQueryData(orderQuery(id()).queryKey, detail);
    void client.invalidateQueries({ queryKey: ['data', 'orders'] });
  };
  /** Somebody else was faster: what is shown must be read again before anything is decided. */
  const reread = (): void => void client.invalidateQueries({ queryKey: orderQuery(id()).queryKey });
  const change = <Fields>(mutationFn: (fields: Fields) => Promise<OrderDetail>) =>
    useMutation(() => ({ mutationFn, onSuccess: show, onError: reread }));
  return {
    serve: change((json: Served) => answer(order.serving.$post({ param: param(), json }))),
    receive: change((_: null) => answer(order.receipt.$post({ param: param() }))),
    attach: change(({ file, signal, onProgress }: Upload) =>
      answer(order.evidence.$post({ param: param(), form: { file } }, uploading(signal, onProgress))),
    ),
    reply: change((note: string) => answer(order.answer.$post({ param: param(), json: { note } }))),
    decide: change((json: Decided) => answer(order.decision.$post({ param: param(), json }))),
  };
}

export type OrderDeeds = ReturnType<typeof useOrder>;

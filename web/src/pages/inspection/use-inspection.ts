import { useMutation, useQueryClient } from '@tanstack/solid-query';
import type { Upload } from '../../api.ts';
import { type InspectionDetail, inspectionApi, inspectionQueries } from '../inspections/queries.ts';

type Reviewed = Parameters<typeof inspectionApi.review>[1];

/** What can be done with one inspection besides answering its items; each answer is at once what the page shows. */
export function useInspection(id: () => number) {
  const client = useQueryClient();
  const show = (detail: InspectionDetail): void => {
    client.setQueryData(inspectionQueries.one(id()).queryKey, detail);
    void client.invalidateQueries({ queryKey: ['data', 'inspections'] });
  };
  /** Somebody else was faster: what is shown must be read again before anything is decided. */
  const reread = (): void =>
    void client.invalidateQueries({ queryKey: inspectionQueries.one(id()).queryKey });
  const change = <Fields>(mutationFn: (fields: Fields) => Promise<InspectionDetail>) =>
    useMutation(() => ({ mutationFn, onSuccess: show, onError: reread }));
  return {
    show,
    complete: change((version: number) => inspectionApi.complete(id(), version)),
    cancel: change((json: { reason: string; version: number }) => inspectionApi.cancel(id(), json)),
    attach: change(({ item, upload }: { item: number; upload: Upload }) =>
      inspectionApi.attach(id(), item, upload),
    ),
    report: change(({ problem, note }: { problem: number; note: string }) =>
      inspectionApi.report(problem, note),
    ),
    attachToProblem: change(({ problem, upload }: { problem: number; upload: Upload }) =>
      inspectionApi.attachToProblem(problem, upload),
    ),
    review: change(({ problem, said }: { problem: number; said: Reviewed }) =>
      inspectionApi.review(problem, said),
    ),
  };
}

export type InspectionDeeds = ReturnType<typeof useInspection>;

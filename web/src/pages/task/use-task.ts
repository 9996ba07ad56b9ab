import { useMutation, useQueryClient } from '@tanstack/solid-query';
import { type AssignmentDetail, api, type Progress, type Upload } from '../../api.ts';
import { queries } from '../../queries.ts';

/** Everything that can be done with one assignment; each answer is at once what the page shows. */
export function useTask(id: () => number) {
  const client = useQueryClient();
  const show = (detail: AssignmentDetail): void => {
    client.setQueryData(queries.task(id()).queryKey, detail);
    // The lists and figures that this one counts in are old now; the page itself is not.
    void client.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] === 'data' && queryKey[1] !== 'task',
    });
  };
  /** Somebody else was faster: what is shown must be read again before anything is decided. */
  const reread = (): void => void client.invalidateQueries({ queryKey: queries.task(id()).queryKey });
  const change = <Fields>(mutationFn: (fields: Fields) => Promise<AssignmentDetail>) =>
    useMutation(() => ({ mutationFn, onSuccess: show, onError: reread }));

  return {
    report: change((progress: Progress) => api.report(id(), progress)),
    attach: change((upload: Upload) => api.attach(id(), upload)),
    decide: change((decision: Parameters<typeof api.decide>[1]) => api.decide(id(), decision)),
    askExtension: change((asked: Parameters<typeof api.askExtension>[1]) => api.askExtension(id(), asked)),
    decideExtension: change((decision: Parameters<typeof api.decideExtension>[1]) =>
      api.decideExtension(id(), decision),
    ),
    undo: change((recordId: number) => api.undo(id(), recordId)),
  };
}

import { useMutation, useQueryClient } from '@tanstack/solid-query';
import { type Entry, recordValues, valuesQuery } from './queries.ts';

/** Recording values; afterwards the table is asked for anew. `onDone` is told how many. */
export function useRecord(onDone: (recorded: number) => void) {
  const client = useQueryClient();
  return useMutation(() => ({
    mutationFn: (entries: Entry[]) => recordValues(entries),
    onSuccess: async ({ recorded }: { recorded: number }) => {
      await client.invalidateQueries({ queryKey: valuesQuery().queryKey });
      onDone(recorded);
    },
  }));
}

/** The sheet of an inspection while it is filled in: each answer is sent by itself, one after another. */
import { useQueryClient } from '@tanstack/solid-query';
import { createStore } from 'solid-js/store';
import type { Verdict } from '../../../../db/vocabulary.ts';
import {
  type Answer,
  type InspectionDetail,
  inspectionApi,
  inspectionQueries,
} from '../inspections/queries.ts';

/** What was answered on an item and is not kept by the server yet, or could not be. */
export interface Sending {
  answer: Answer;
  busy: boolean;
  error: unknown;
}

export type Said = Omit<Answer, 'replaces'> & { verdict: Verdict };

/** Answers items of an inspection. What did not arrive stays here, to be sent again. */
export function useSheet(id: () => number) {
  const client = useQueryClient();
  const [sending, setSending] = createStore<Record<number, Sending | undefined>>({});
  let before: Promise<unknown> = Promise.resolve();

  const send = async (answer: Answer): Promise<void> => {
    try {
      const detail = await inspectionApi.record(id(), [answer]);
      client.setQueryData(inspectionQueries.one(id()).queryKey, detail);
      void client.invalidateQueries({ queryKey: ['data', 'inspections'] });
      setSending(answer.item, undefined);
    } catch (error) {
      setSending(answer.item, { answer, busy: false, error });
      void client.invalidateQueries({ queryKey: inspectionQueries.one(id()).queryKey });
    }
  };
  return {
    /** What is on its way or stuck on an item. */
    on: (item: number): Sending | undefined => sending[item],
    /** Answers an item; `detail` says which finding stands there now. */
    answer(detail: InspectionDetail, said: Said): void {
      const standing = detail.items.find(({ item }) => item === said.item)?.findings.at(-1);
      const answer: Answer = { ...said, replaces: standing?.id ?? null };
      setSending(said.item, { answer, busy: true, error: null });
      before = before.then(() => send(answer));
    },
    /** Lets go of what could not be sent: what stands on the server holds. */
    forget: (item: number): void => setSending(item, undefined),
  };
}

export type Sheet = ReturnType<typeof useSheet>;

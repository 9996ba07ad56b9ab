/** A draft while it is edited: what was typed is kept in this browser until it is saved. */
import { useNavigate } from '@solidjs/router';
import { useMutation, useQueryClient } from '@tanstack/solid-query';
import { createMemo, createSignal } from 'solid-js';
import { unwrap } from 'solid-js/store';
import type { Scheme } from '../../../../../api/domain/score/scheme.ts';
import { readKept, writeKept } from '../../../parts/kept.ts';
import { problemOf } from '../../../problem.ts';
import { type SchemeDetail, schemeApi, schemeQueries } from './queries.ts';

const keyOf = ({ id, revision }: SchemeDetail): string => `duban.scheme.${id}.${revision}`;

/** Has a kept text still the shape of a scheme? Faults in it are for the check to find. */
const isScheme = (value: unknown): value is Scheme =>
  typeof value === 'object' &&
  value !== null &&
  'indicators' in value &&
  Array.isArray(value.indicators) &&
  'groups' in value &&
  Array.isArray(value.groups);

/** The body as plain data: the check reads what an object itself holds, and a store's objects hold it elsewhere. */
const plain = ({ body }: SchemeDetail): Scheme => unwrap(body);

/** What was typed over this revision and not saved; the saved one where nothing was, or nothing readable. */
function keptOver(detail: SchemeDetail): Scheme {
  try {
    const kept: unknown = JSON.parse(readKept(keyOf(detail)) ?? 'null');
    return isScheme(kept) ? kept : plain(detail);
  } catch {
    return plain(detail);
  }
}

/** The draft with all that can be done to it. `detail` is what the server has. */
export function useDraft(detail: () => SchemeDetail) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = createSignal<Scheme>(keptOver(detail()));
  const [base, setBase] = createSignal(detail().revision);
  const unsaved = createMemo(() => JSON.stringify(draft()) !== JSON.stringify(plain(detail())));
  const id = (): number => detail().id;

  const edit = (next: Scheme): void => {
    setDraft(next);
    writeKept(keyOf(detail()), JSON.stringify(next));
  };
  const shown = (next: SchemeDetail): void => {
    writeKept(keyOf(detail()), null);
    setBase(next.revision);
    setDraft(plain(next));
    client.setQueryData(schemeQueries.one(next.id).queryKey, next);
    void client.invalidateQueries({ queryKey: ['data'] });
  };
  const save = useMutation(() => ({
    mutationFn: (revision: number) => schemeApi.save(id(), revision, draft()),
    onSuccess: shown,
    onError: (error) => {
      if (problemOf(error).code === 'overtaken') {
        void client.invalidateQueries({ queryKey: schemeQueries.one(id()).queryKey });
      }
    },
  }));
  const publish = useMutation(() => ({
    mutationFn: async () => {
      const saved = unsaved() ? await schemeApi.save(id(), base(), draft()) : detail();
      if (saved.revision !== base()) shown(saved);
      return schemeApi.publish(id(), saved.revision);
    },
    onSuccess: shown,
  }));
  const remove = useMutation(() => ({
    mutationFn: () => schemeApi.remove(id(), detail().revision),
    onSuccess: (left) => {
      writeKept(keyOf(detail()), null);
      client.setQueryData(schemeQueries.list().queryKey, left);
      navigate('/assessment/schemes');
    },
  }));
  return {
    draft,
    edit,
    unsaved,
    /** Somebody else has saved since this draft was read. */
    overtaken: () => detail().revision > base(),
    takeTheirs: () => shown(detail()),
    save: () => save.mutate(base()),
    saveOver: () => save.mutate(detail().revision),
    saving: () => save.isPending,
    publish,
    remove,
    problem: () =>
      (problemOf(save.error).code === 'overtaken' ? null : save.error) ?? publish.error ?? remove.error,
  };
}

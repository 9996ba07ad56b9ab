/** A draft of a check list while it is edited: what was typed is kept in this browser until it is saved. */
import { useNavigate } from '@solidjs/router';
import { useMutation, useQueryClient } from '@tanstack/solid-query';
import { createMemo, createSignal } from 'solid-js';
import type { CheckItem, CheckList } from '../../../../api/domain/inspection/check-list.ts';
import { readKept, writeKept } from '../../parts/kept.ts';
import { problemOf } from '../../problem.ts';
import {
  type CheckListBody,
  type CheckListDetail,
  inspectionApi,
  inspectionQueries,
} from '../inspections/queries.ts';

const keyOf = ({ list }: CheckListDetail): string => `duban.check-list.${list.id}.${list.revision}`;

const bodyOf = ({ list, items }: CheckListDetail): CheckList => ({
  title: list.title,
  group: list.group,
  items: items.map(({ text, section, weight }) => ({ text, section, weight })),
});

/** Has a kept text still the shape of a list? */
const isList = (value: unknown): value is CheckList =>
  typeof value === 'object' &&
  value !== null &&
  'title' in value &&
  'items' in value &&
  Array.isArray(value.items);

/** What was typed over this revision and not saved; the saved one where nothing was, or nothing readable. */
function keptOver(detail: CheckListDetail): CheckList {
  try {
    const kept: unknown = JSON.parse(readKept(keyOf(detail)) ?? 'null');
    return isList(kept) ? kept : bodyOf(detail);
  } catch {
    return bodyOf(detail);
  }
}

/** The draft with all that can be done to it. `detail` is what the server has. */
export function useListDraft(detail: () => CheckListDetail) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [draft, setDraft] = createSignal<CheckList>(keptOver(detail()));
  const [base, setBase] = createSignal(detail().list.revision);
  const unsaved = createMemo(() => JSON.stringify(draft()) !== JSON.stringify(bodyOf(detail())));
  const id = (): number => detail().list.id;
  const sent = (): CheckListBody => ({ ...draft(), items: [...draft().items] });

  const edit = (next: CheckList): void => {
    setDraft(next);
    writeKept(keyOf(detail()), JSON.stringify(next));
  };
  const withItems = (items: readonly CheckItem[]): void => edit({ ...draft(), items });
  const shown = (next: CheckListDetail): void => {
    writeKept(keyOf(detail()), null);
    setBase(next.list.revision);
    setDraft(bodyOf(next));
    client.setQueryData(inspectionQueries.checkList(next.list.id).queryKey, next);
    void client.invalidateQueries({ queryKey: inspectionQueries.lists().queryKey });
    void client.invalidateQueries({ queryKey: inspectionQueries.choices().queryKey });
  };
  const reread = (): void =>
    void client.invalidateQueries({ queryKey: inspectionQueries.checkList(id()).queryKey });
  const save = useMutation(() => ({
    mutationFn: () => inspectionApi.saveList(id(), base(), sent()),
    onSuccess: shown,
    onError: reread,
  }));
  const publish = useMutation(() => ({
    mutationFn: async () => {
      const saved = unsaved() ? await inspectionApi.saveList(id(), base(), sent()) : detail();
      return inspectionApi.publishList(id(), saved.list.revision);
    },
    onSuccess: shown,
    onError: reread,
  }));
  const remove = useMutation(() => ({
    mutationFn: () => inspectionApi.removeList(id(), base()),
    onSuccess: (left) => {
      writeKept(keyOf(detail()), null);
      client.setQueryData(inspectionQueries.lists().queryKey, left);
      navigate('/inspections/lists');
    },
  }));
  return {
    draft,
    edit,
    put: (at: number, item: CheckItem) => withItems(draft().items.map((each, n) => (n === at ? item : each))),
    add: () => withItems([...draft().items, { text: '', section: null, weight: null }]),
    drop: (at: number) => withItems(draft().items.filter((_, n) => n !== at)),
    move: (at: number, by: 1 | -1) => {
      const items = [...draft().items];
      items.splice(at + by, 0, ...items.splice(at, 1));
      withItems(items);
    },
    unsaved,
    /** Somebody else has saved since this draft was read. */
    overtaken: () => detail().list.revision > base(),
    takeTheirs: () => shown(detail()),
    save: () => save.mutate(),
    saving: () => save.isPending,
    publish: () => publish.mutate(),
    remove: () => remove.mutate(),
    problem: () =>
      [save, publish, remove].map(({ error }) => error).find((error) => error !== null && problemOf(error)),
  };
}

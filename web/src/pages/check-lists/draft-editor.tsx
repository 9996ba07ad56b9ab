import { createSignal, For, type JSX, Show } from 'solid-js';
import { faultsOf } from '../../../../api/domain/inspection/check-list.ts';
import { RANKING_GROUPS } from '../../../../db/vocabulary.ts';
import { t } from '../../i18n/language.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Button } from '../../parts/forms/button.tsx';
import { Choose } from '../../parts/forms/choose.tsx';
import { Field } from '../../parts/forms/field.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { faultAt } from '../../problem.ts';
import type { CheckListDetail } from '../inspections/queries.ts';
import css from './draft-editor.module.css';
import { useListDraft } from './draft-state.ts';
import { ItemFields } from './item-fields.tsx';

/** A draft of a check list to be edited, saved and published. */
export function DraftEditor(props: { detail: CheckListDetail }): JSX.Element {
  const state = useListDraft(() => props.detail);
  const [asking, setAsking] = createSignal<'publish' | 'remove' | null>(null);
  const words = () => t().checkLists;
  const faults = () => faultsOf(state.draft());
  const faultOn = (path: string): string | undefined =>
    faults().find((fault) => fault.path === path)?.message ?? faultAt(state.problem(), `body.${path}`);
  const whole = () => faults().find(({ path }) => path === 'items')?.message;
  return (
    <>
      <PageHead
        title={state.draft().title || words().title}
        aside={[words().state.draft, state.unsaved() ? words().unsaved : words().saved].join(' · ')}
      >
        <span class={css.deeds}>
          <Button look="words" onClick={() => setAsking('remove')}>
            {words().remove}
          </Button>
          <Button disabled={!state.unsaved()} busy={state.saving()} onClick={state.save}>
            {words().save}
          </Button>
          <Button look="main" disabled={faults().length > 0} onClick={() => setAsking('publish')}>
            {words().publish}
          </Button>
        </span>
      </PageHead>
      <ProblemNote error={state.problem()} />
      <Show when={state.overtaken()}>
        <Button onClick={state.takeTheirs}>{words().takeTheirs}</Button>
      </Show>
      <div class={css.head}>
        <Field label={words().name} fault={faultOn('title')}>
          {(tied) => (
            <input
              {...tied}
              maxlength="60"
              value={state.draft().title}
              onInput={(event) => state.edit({ ...state.draft(), title: event.currentTarget.value })}
            />
          )}
        </Field>
        <Choose
          label={words().forGroup}
          value={state.draft().group ?? ''}
          all={words().anyUnit}
          options={RANKING_GROUPS.map((value) => ({ value, name: t().group[value] }))}
          onChoose={(value) =>
            state.edit({
              ...state.draft(),
              group: RANKING_GROUPS.find((each) => each === value) ?? null,
            })
          }
        />
      </div>
      <ol class={css.items}>
        <For each={state.draft().items.map((_, at) => at)}>
          {(at) => (
            <ItemFields
              at={at}
              item={state.draft().items[at] ?? { text: '', section: null, weight: null }}
              last={at === state.draft().items.length - 1}
              faultOn={(field) => faultOn(`items[${at}].${field}`)}
              onChange={(item) => state.put(at, item)}
              onMove={(by) => state.move(at, by)}
              onDrop={() => state.drop(at)}
            />
          )}
        </For>
      </ol>
      <Show when={whole()}>{(message) => <p class={css.fault}>{message()}</p>}</Show>
      <Button onClick={state.add}>{words().add}</Button>
      <Show when={asking()}>
        {(deed) => (
          <Dialog
            open
            title={deed() === 'publish' ? words().publish : words().remove}
            onClose={() => setAsking(null)}
          >
            <p>{deed() === 'publish' ? words().publishHint : words().removeHint}</p>
            <div class={css.deeds}>
              <Button
                look="main"
                onClick={() => {
                  if (deed() === 'publish') state.publish();
                  else state.remove();
                  setAsking(null);
                }}
              >
                {words().confirm}
              </Button>
              <Button onClick={() => setAsking(null)}>{t().common.cancel}</Button>
            </div>
          </Dialog>
        )}
      </Show>
    </>
  );
}

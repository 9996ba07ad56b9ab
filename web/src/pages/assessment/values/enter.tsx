import { createSignal, type JSX, Show } from 'solid-js';
import { t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { Field } from '../../../parts/forms/field.tsx';
import { WordsField } from '../../../parts/forms/words-field.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import type { useRecord } from './use-record.ts';
import { type Opened, shownAs } from './value-table.tsx';
import css from './values.module.css';

/** One value by hand: what is written, and why. */
export function Enter(props: { opened: Opened; deed: ReturnType<typeof useRecord> }): JSX.Element {
  const { row, indicator, cell } = props.opened;
  const [written, setWritten] = createSignal(
    cell.written === null ? '' : shownAs(indicator.shape, cell.written),
  );
  const [note, setNote] = createSignal('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const said = note().trim();
    props.deed.mutate([
      {
        ...{ unitId: row.unitId, indicator: indicator.code, written: written(), replaces: cell.id },
        ...(said === '' ? {} : { note: said }),
      },
    ]);
  };
  return (
    <form class={css.form} onSubmit={submit} novalidate>
      <Show when={cell.at}>{(at) => <p class={css.small}>{t().values.lastAt(t().date.time(at()))}</p>}</Show>
      <Field label={t().values.value} hint={indicator.how}>
        {(tied) => (
          <input
            {...tied}
            type="text"
            maxlength="100"
            value={written()}
            onInput={(event) => setWritten(event.currentTarget.value)}
          />
        )}
      </Field>
      <WordsField label={t().values.note} optional value={note()} onType={setNote} />
      <ProblemNote error={props.deed.error} />
      <Button type="submit" look="main" busy={props.deed.isPending} disabled={written().trim() === ''}>
        {t().values.save}
      </Button>
    </form>
  );
}

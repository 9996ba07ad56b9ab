import { createSignal, type JSX, onMount } from 'solid-js';
import { parseDay } from '../../../../api/domain/time/day.ts';
import type { Day } from '../../../../db/vocabulary.ts';
import { t } from '../../i18n/language.ts';
import { createDraft } from '../../parts/draft.ts';
import { Button } from '../../parts/forms/button.tsx';
import { Field } from '../../parts/forms/field.tsx';
import type { InspectionItem } from '../inspections/queries.ts';
import css from './unmet-form.module.css';

interface UnmetProps {
  id: number;
  item: number;
  /** What stands there, to go on from. */
  first: InspectionItem['findings'][number] | undefined;
  until: Day;
  earliest: Day;
  onSave: (said: { note: string; rectifyBy: Day }) => void;
  onCancel: () => void;
}

/** What is wrong on an item (不符合), and by when it is to be put right. What is typed stays until it is sent. */
export function UnmetForm(props: UnmetProps): JSX.Element {
  const words = () => t().inspections;
  const empty = { note: props.first?.note ?? '', rectifyBy: props.first?.rectifyBy ?? props.until };
  const [fields, setFields] = createDraft<{ note: string; rectifyBy: string }>(
    `inspection.${props.id}.${props.item}`,
    empty,
  );
  const [tried, setTried] = createSignal(false);
  const day = (): Day | undefined => {
    const parsed = parseDay(fields().rectifyBy);
    return parsed !== undefined && parsed >= props.earliest ? parsed : undefined;
  };
  let note: HTMLTextAreaElement | undefined;
  onMount(() => note?.focus());
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    const rectifyBy = day();
    const text = fields().note.trim();
    if (text === '' || rectifyBy === undefined) return;
    setFields(empty);
    props.onSave({ note: text, rectifyBy });
  };
  return (
    <form class={css.form} onSubmit={submit} novalidate data-screen-only>
      <Field
        label={words().problemNote}
        fault={tried() && fields().note.trim() === '' ? words().needNote : undefined}
      >
        {(tied) => (
          <textarea
            {...tied}
            ref={note}
            maxlength="500"
            value={fields().note}
            onInput={(event) => setFields({ ...fields(), note: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        label={words().rectifyBy}
        fault={tried() && day() === undefined ? words().needRectifyBy : undefined}
      >
        {(tied) => (
          <input
            {...tied}
            type="date"
            min={props.earliest}
            value={fields().rectifyBy}
            onInput={(event) => setFields({ ...fields(), rectifyBy: event.currentTarget.value })}
          />
        )}
      </Field>
      <div class={css.buttons}>
        <Button look="main" type="submit">
          {words().save}
        </Button>
        <Button onClick={props.onCancel}>{t().common.cancel}</Button>
      </div>
    </form>
  );
}

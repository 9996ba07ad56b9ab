import { createSignal, type JSX, onMount } from 'solid-js';
import { parseDay } from '../../../../api/domain/time/day.ts';
import type { Day } from '../../../../db/vocabulary.ts';
import { t } from '../../i18n/language.ts';
import { createDraft } from '../../parts/draft.ts';
import { Button } from '../../parts/forms/button.tsx';
import { Buttons } from '../../parts/forms/buttons.tsx';
import { DayField } from '../../parts/forms/day-field.tsx';
import { WordsField } from '../../parts/forms/words-field.tsx';
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
  let noted: HTMLTextAreaElement | undefined;
  onMount(() => noted?.focus());
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
      <WordsField
        label={words().problemNote}
        fault={tried() && fields().note.trim() === '' ? words().needNote : undefined}
        ref={(element) => {
          noted = element;
        }}
        value={fields().note}
        onType={(note) => setFields({ ...fields(), note })}
      />
      <DayField
        label={words().rectifyBy}
        fault={tried() && day() === undefined ? words().needRectifyBy : undefined}
        min={props.earliest}
        value={fields().rectifyBy}
        onChoose={(rectifyBy) => setFields({ ...fields(), rectifyBy })}
      />
      <Buttons>
        <Button look="main" type="submit">
          {words().save}
        </Button>
        <Button onClick={props.onCancel}>{t().common.cancel}</Button>
      </Buttons>
    </form>
  );
}

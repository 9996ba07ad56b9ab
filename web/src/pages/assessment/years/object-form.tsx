import type { JSX } from 'solid-js';
import { more, t } from '../../../i18n/language.ts';
import { createDraft } from '../../../parts/draft.ts';
import { Attach } from '../../../parts/evidence/attach.tsx';
import { Button } from '../../../parts/forms/button.tsx';
import { WordsField } from '../../../parts/forms/words-field.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { faultAt } from '../../../problem.ts';
import css from './object-form.module.css';
import { uploadFile, useAnnual } from './queries.ts';

const NOTHING: { text: string } = { text: '' };

interface ObjectFormProps {
  id: number;
  unitId: number;
  indicator: string;
  onDone: () => void;
}

/** Objecting to one line of the own result (提出异议): in words, with files where there are some. */
export function ObjectForm(props: ObjectFormProps): JSX.Element {
  const { object } = useAnnual(() => props.id);
  const { id, unitId, indicator } = props;
  const [fields, setFields] = createDraft(`annual.${id}.${unitId}.${indicator}`, NOTHING);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const text = fields().text.trim();
    if (text === '') return;
    object.mutate(
      { unitId, indicator, text },
      {
        onSuccess: () => {
          setFields(NOTHING);
          props.onDone();
        },
      },
    );
  };
  return (
    <form class={css.form} onSubmit={submit} novalidate>
      <WordsField
        label={more().annual.objection}
        hint={more().annual.objectHint}
        fault={faultAt(object.error, 'text')}
        most={1000}
        value={fields().text}
        onType={(text) => setFields({ text })}
      />
      <Attach
        onUpload={({ file, signal }) => uploadFile(id, { unitId, indicator, use: 'objection', file }, signal)}
      />
      <ProblemNote error={object.error} />
      <div class={css.buttons}>
        <Button look="main" type="submit" busy={object.isPending} disabled={fields().text.trim() === ''}>
          {more().annual.objectSure}
        </Button>
        <Button onClick={() => props.onDone()}>{t().common.cancel}</Button>
      </div>
    </form>
  );
}

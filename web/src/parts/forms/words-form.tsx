import { createSignal, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { faultAt } from '../../problem.ts';
import { createDraft } from '../draft.ts';
import { ProblemNote } from '../states/problem-note.tsx';
import { Button } from './button.tsx';
import { Buttons } from './buttons.tsx';
import { DayField } from './day-field.tsx';
import { WordsField } from './words-field.tsx';
import css from './words-form.module.css';

interface WordsProps {
  /** What the draft is kept under. */
  name: string;
  label: string;
  /** What stands there before anything is typed. */
  first: string;
  /** The day that goes with the words, where one does. */
  until?: string;
  untilLabel?: string;
  /** What the server calls that day where it finds fault with it. */
  untilPath?: string;
  /** Said where nothing is written. */
  need: string;
  action: string;
  busy: boolean;
  error: unknown;
  onSubmit: (said: { text: string; until: string }) => void;
  onCancel?: () => void;
}

/** Words, with or without a day, that are sent: what is asked, what was done, why it goes back. */
export function Words(props: WordsProps): JSX.Element {
  const [fields, setFields] = createDraft(props.name, { text: props.first, until: props.until ?? '' });
  const [tried, setTried] = createSignal(false);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    const text = fields().text.trim();
    const day = props.until === undefined || fields().until !== '';
    if (text !== '' && day) props.onSubmit({ text, until: fields().until });
  };
  return (
    <form class={css.form} onSubmit={submit} novalidate>
      <WordsField
        label={props.label}
        fault={tried() && fields().text.trim() === '' ? props.need : undefined}
        most={1000}
        value={fields().text}
        onType={(text) => setFields({ ...fields(), text })}
      />
      <Show when={props.untilLabel}>
        {(label) => (
          <DayField
            label={label()}
            fault={
              tried() && fields().until === ''
                ? t().extension.needUntil
                : faultAt(props.error, props.untilPath ?? 'answerBy')
            }
            value={fields().until}
            onChoose={(until) => setFields({ ...fields(), until })}
          />
        )}
      </Show>
      <ProblemNote error={props.error} />
      <Buttons>
        <Button look="main" type="submit" busy={props.busy}>
          {props.action}
        </Button>
        <Show when={props.onCancel}>
          {(onCancel) => <Button onClick={() => onCancel()()}>{t().common.cancel}</Button>}
        </Show>
      </Buttons>
    </form>
  );
}

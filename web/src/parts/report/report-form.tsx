import { createMemo, createSignal, For, type JSX, Show } from 'solid-js';
import type { AssignmentRow, Progress } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { createDraft } from '../draft.ts';
import { Button } from '../forms/button.tsx';
import { DayField } from '../forms/day-field.tsx';
import { Field } from '../forms/field.tsx';
import { ProblemNote } from '../states/problem-note.tsx';
import { EMPTY_FIELDS, faultsOf, type ProgressFields, progressOf } from './progress-fields.ts';
import css from './report-form.module.css';

interface ReportFormProps {
  assignment: AssignmentRow;
  busy: boolean;
  error: unknown;
  /** Sends the report; the draft is forgotten once this has come to a good end. */
  onSubmit: (progress: Progress) => Promise<unknown>;
  /** What stands between the choice and the button: evidence. */
  children?: JSX.Element;
}

const QUICK = ['25', '50', '75', '90'];

/** Reporting (报进度、报结): done or still going, how far, a note. What was typed is kept until it is sent. */
export function ReportForm(props: ReportFormProps): JSX.Element {
  const [fields, setFields] = createDraft<ProgressFields>(`report.${props.assignment.id}`, EMPTY_FIELDS);
  const [tried, setTried] = createSignal(false);
  const faults = createMemo(() => faultsOf(fields(), props.assignment.measure));
  const isFaulty = (field: string): boolean => tried() && faults().some((fault) => fault.field === field);
  const change = (some: Partial<ProgressFields>): void => void setFields({ ...fields(), ...some });
  const going = (): boolean => fields().choice === 'going';
  const words = () => t().report;

  const submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (faults().length > 0 || props.busy) return;
    await props.onSubmit(progressOf(fields(), props.assignment.measure));
    setFields(EMPTY_FIELDS);
    setTried(false);
  };

  return (
    <form class={css.form} onSubmit={(event) => void submit(event).catch(() => undefined)} novalidate>
      <Choice
        chosen={fields().choice}
        faulty={isFaulty('choice')}
        onChoose={(choice) => change({ choice })}
      />
      <Show when={going() && props.assignment.measure !== 'count'}>
        <Field label={words().howFar} fault={isFaulty('percent') ? words().percentRange : undefined}>
          {(tied) => (
            <div class={css.percent}>
              <input
                {...tied}
                inputmode="numeric"
                value={fields().percent}
                onInput={(event) => change({ percent: event.currentTarget.value.trim() })}
              />
              <span class={css.sign}>%</span>
              <For each={QUICK}>
                {(percent) => (
                  <button type="button" class={css.quick} onClick={() => change({ percent })}>
                    {`${percent}%`}
                  </button>
                )}
              </For>
            </div>
          )}
        </Field>
      </Show>
      <Show when={fields().choice !== '' && props.assignment.measure === 'count'}>
        <Field
          label={words().howMany(props.assignment.unitOfMeasure ?? '')}
          fault={isFaulty('count') ? words().countRange : undefined}
          hint={
            props.assignment.target === null ? undefined : words().targetIs(String(props.assignment.target))
          }
          optional={!going()}
        >
          {(tied) => (
            <input
              {...tied}
              inputmode="numeric"
              value={fields().count}
              onInput={(event) => change({ count: event.currentTarget.value.trim() })}
            />
          )}
        </Field>
      </Show>
      <Show when={going()}>
        <DayField
          label={words().until}
          optional
          value={fields().until}
          onChoose={(until) => change({ until })}
        />
      </Show>
      <Show when={fields().choice !== ''}>
        <Field label={words().note} hint={words().noNames} optional>
          {(tied) => (
            <textarea
              {...tied}
              placeholder={words().notePlaceholder}
              maxlength="2000"
              value={fields().note}
              onInput={(event) => change({ note: event.currentTarget.value })}
            />
          )}
        </Field>
      </Show>
      {props.children}
      <ProblemNote error={props.error} />
      <Button look="main" type="submit" busy={props.busy}>
        {going() ? words().submit : words().submitDone}
      </Button>
    </form>
  );
}

/** Done, or still going: two large buttons, of which one is pressed. */
function Choice(props: {
  chosen: ProgressFields['choice'];
  faulty: boolean;
  onChoose: (choice: 'done' | 'going') => void;
}): JSX.Element {
  return (
    <fieldset>
      <legend class={css.legend}>{t().phone.step1}</legend>
      <div class={css.choices}>
        <For each={['done', 'going'] as const}>
          {(choice) => (
            <button
              type="button"
              class={css.choice}
              aria-pressed={props.chosen === choice}
              onClick={() => props.onChoose(choice)}
            >
              {choice === 'done' ? t().report.finished : t().report.going}
            </button>
          )}
        </For>
      </div>
      <Show when={props.faulty}>
        <p class={css.fault} role="alert">
          {`! ${t().report.choose}`}
        </p>
      </Show>
    </fieldset>
  );
}

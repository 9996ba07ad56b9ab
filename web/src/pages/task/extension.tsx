import { createSignal, type JSX } from 'solid-js';
import { addDays } from '../../../../api/domain/time/day.ts';
import type { AssignmentRow } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { createDraft } from '../../parts/draft.ts';
import { Button } from '../../parts/forms/button.tsx';
import { Field } from '../../parts/forms/field.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { faultAt } from '../../problem.ts';
import css from './extension.module.css';
import type { useTask } from './use-task.ts';

type Deeds = ReturnType<typeof useTask>;

const NOTHING: { until: string; reason: string } = { until: '', reason: '' };

/** Asking for more time (申请延期): to a later day, with a reason. */
export function AskExtension(props: { row: AssignmentRow; deed: Deeds['askExtension'] }): JSX.Element {
  const [fields, setFields] = createDraft(`extension.${props.row.id}`, NOTHING);
  const [tried, setTried] = createSignal(false);
  const lacks = (text: string): boolean => tried() && text.trim() === '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    const { until, reason } = fields();
    if (until === '' || reason.trim() === '') return;
    props.deed.mutate({ until, reason: reason.trim() }, { onSuccess: () => setFields(NOTHING) });
  };
  return (
    <form class={css.form} onSubmit={submit} novalidate>
      <Field
        label={t().extension.until}
        fault={lacks(fields().until) ? t().extension.needUntil : faultAt(props.deed.error, 'until')}
      >
        {(tied) => (
          <input
            {...tied}
            type="date"
            min={addDays(props.row.dueOn, 1)}
            value={fields().until}
            onInput={(event) => setFields({ ...fields(), until: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field
        label={t().extension.reason}
        fault={lacks(fields().reason) ? t().extension.needReason : faultAt(props.deed.error, 'reason')}
      >
        {(tied) => (
          <textarea
            {...tied}
            maxlength="500"
            value={fields().reason}
            onInput={(event) => setFields({ ...fields(), reason: event.currentTarget.value })}
          />
        )}
      </Field>
      <ProblemNote error={props.deed.error} />
      <Button type="submit" busy={props.deed.isPending}>
        {t().extension.submit}
      </Button>
    </form>
  );
}

/** Answering a request for more time: as asked, or not. */
export function DecideExtension(props: { row: AssignmentRow; deed: Deeds['decideExtension'] }): JSX.Element {
  const [reason, setReason] = createSignal('');
  const decide = (granted: boolean): void => {
    const said = reason().trim();
    props.deed.mutate({ granted, version: props.row.version, ...(said === '' ? {} : { reason: said }) });
  };
  return (
    <div class={css.form}>
      <p>{t().extension.asked(t().date.weekday(props.row.extensionUntil ?? props.row.dueOn))}</p>
      <Field label={t().extension.reason} fault={faultAt(props.deed.error, 'reason')} optional>
        {(tied) => (
          <textarea
            {...tied}
            maxlength="500"
            value={reason()}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        )}
      </Field>
      <ProblemNote error={props.deed.error} />
      <div class={css.buttons}>
        <Button look="main" busy={props.deed.isPending} onClick={() => decide(true)}>
          {t().extension.grant}
        </Button>
        <Button disabled={props.deed.isPending} onClick={() => decide(false)}>
          {t().extension.refuse}
        </Button>
      </div>
    </div>
  );
}

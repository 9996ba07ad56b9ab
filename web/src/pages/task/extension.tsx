import { createSignal, type JSX } from 'solid-js';
import { addDays } from '../../../../api/domain/time/day.ts';
import type { AssignmentRow } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { createDraft } from '../../parts/draft.ts';
import { Button } from '../../parts/forms/button.tsx';
import { DayField } from '../../parts/forms/day-field.tsx';
import { WordsField } from '../../parts/forms/words-field.tsx';
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
      <DayField
        label={t().extension.until}
        fault={lacks(fields().until) ? t().extension.needUntil : faultAt(props.deed.error, 'until')}
        min={addDays(props.row.dueOn, 1)}
        value={fields().until}
        onChoose={(until) => setFields({ ...fields(), until })}
      />
      <WordsField
        label={t().extension.reason}
        fault={lacks(fields().reason) ? t().extension.needReason : faultAt(props.deed.error, 'reason')}
        value={fields().reason}
        onType={(reason) => setFields({ ...fields(), reason })}
      />
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
      <WordsField
        label={t().extension.reason}
        fault={faultAt(props.deed.error, 'reason')}
        optional
        value={reason()}
        onType={setReason}
      />
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

import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { periodLabel } from '../../../../api/domain/time/periods.ts';
import { t } from '../../i18n/language.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Button } from '../../parts/forms/button.tsx';
import { Buttons } from '../../parts/forms/buttons.tsx';
import { Choose } from '../../parts/forms/choose.tsx';
import { DayField } from '../../parts/forms/day-field.tsx';
import { Field } from '../../parts/forms/field.tsx';
import { WordsField } from '../../parts/forms/words-field.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { faultAt } from '../../problem.ts';
import { queries } from '../../queries.ts';
import { choicesQuery, startOrder } from './queries.ts';
import css from './start-order.module.css';

interface StartProps {
  open: boolean;
  onClose: () => void;
  onStarted: (id: number) => void;
}

/** Starts an order by hand (发起督办): on whom, about which overdue tasks or what else, why, and until when. */
export function StartOrder(props: StartProps): JSX.Element {
  const client = useQueryClient();
  const words = () => t().orders.start;
  const units = useQuery(() => ({ ...queries.units(), enabled: props.open }));
  const [unitId, setUnitId] = createSignal(0);
  const [picked, setPicked] = createSignal<readonly number[]>([]);
  const [subject, setSubject] = createSignal('');
  const [reason, setReason] = createSignal('');
  const [answerBy, setAnswerBy] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const start = useMutation(() => ({
    mutationFn: () =>
      startOrder({
        unitId: unitId(),
        assignmentIds: [...picked()],
        subject: subject(),
        reason: reason(),
        answerBy: answerBy(),
      }),
    onSuccess: async ({ order }) => {
      await client.invalidateQueries({ queryKey: ['data', 'orders'] });
      props.onStarted(order.id);
    },
  }));
  const need = (missing: boolean, message: string): string | undefined =>
    tried() && missing ? message : undefined;
  const nothing = (): boolean => picked().length === 0 && subject().trim() === '';
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (unitId() > 0 && !nothing() && reason().trim() !== '' && answerBy() !== '') start.mutate();
  };
  return (
    <Dialog open={props.open} title={words().title} onClose={props.onClose}>
      <form class={css.form} onSubmit={submit} novalidate>
        <Choose
          label={words().unit}
          value={unitId() === 0 ? '' : String(unitId())}
          all={words().chooseUnit}
          options={(units.data?.units ?? [])
            .filter(({ rankingGroup }) => rankingGroup !== null)
            .map(({ id, shortName }) => ({ value: String(id), name: shortName }))}
          onChoose={(value) => {
            setUnitId(Number(value));
            setPicked([]);
          }}
        />
        <Show when={need(unitId() === 0, words().needUnit)}>
          {(text) => <p class={css.fault}>{text()}</p>}
        </Show>
        <Show when={unitId() > 0}>
          <Choices unitId={unitId()} picked={picked()} onPick={setPicked} />
        </Show>
        <Field
          label={words().subject}
          hint={words().subjectHint}
          fault={need(nothing(), words().needSubject) ?? faultAt(start.error, 'subject')}
        >
          {(tied) => (
            <input
              {...tied}
              maxlength="200"
              value={subject()}
              onInput={(event) => setSubject(event.currentTarget.value)}
            />
          )}
        </Field>
        <WordsField
          label={words().reason}
          hint={words().reasonHint}
          fault={need(reason().trim() === '', words().needReason) ?? faultAt(start.error, 'reason')}
          value={reason()}
          onType={setReason}
        />
        <DayField
          label={t().orders.answerBy}
          fault={need(answerBy() === '', t().extension.needUntil) ?? faultAt(start.error, 'answerBy')}
          value={answerBy()}
          onChoose={setAnswerBy}
        />
        <ProblemNote error={start.error} />
        <Buttons>
          <Button look="main" type="submit" busy={start.isPending}>
            {words().action}
          </Button>
          <Button onClick={props.onClose}>{t().common.cancel}</Button>
        </Buttons>
      </form>
    </Dialog>
  );
}

/** The unit's overdue tasks of which no order is under way. */
function Choices(props: {
  unitId: number;
  picked: readonly number[];
  onPick: (ids: readonly number[]) => void;
}): JSX.Element {
  const words = () => t().orders;
  const choices = useQuery(() => choicesQuery(props.unitId));
  const toggle = (id: number): void =>
    props.onPick(
      props.picked.includes(id) ? props.picked.filter((each) => each !== id) : [...props.picked, id],
    );
  return (
    <fieldset class={css.choices}>
      <legend class={css.legend}>{words().start.tasks}</legend>
      <Answered query={choices} waiting={<Skeleton lines={2} />}>
        {(data) => (
          <For each={data().choices} fallback={<p class={css.about}>{words().start.noTasks}</p>}>
            {(choice) => (
              <label class={css.choice}>
                <input
                  type="checkbox"
                  checked={props.picked.includes(choice.assignmentId)}
                  onChange={() => toggle(choice.assignmentId)}
                />
                <span>
                  {choice.code} {choice.title}
                  <span class={css.about}>
                    {' '}
                    {periodLabel(choice.period)} ·{' '}
                    {words().start.late(t().date.short(choice.dueOn), choice.workingDaysLate)}
                  </span>
                </span>
              </label>
            )}
          </For>
        )}
      </Answered>
    </fieldset>
  );
}

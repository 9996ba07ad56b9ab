import { createSignal, type JSX, Show } from 'solid-js';
import type { ObjectionVerdict } from '../../../../../db/vocabulary.ts';
import { pointsOf } from '../../../figures.ts';
import { more, t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { WordsField } from '../../../parts/forms/words-field.tsx';
import { Keyed } from '../../../parts/keyed.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { faultAt } from '../../../problem.ts';
import { enteredOf } from './entered.ts';
import { EntryField } from './entry-field.tsx';
import { FileLinks } from './file-links.tsx';
import css from './objections.module.css';
import { type Notice, type Objection, useAnnual } from './queries.ts';
import { useStand } from './year.tsx';

/** Objections (异议) with their answers; during 复核 the committee answers them here. */
export function Objections(props: { notice: Notice }): JSX.Element {
  const annual = useStand();
  return (
    <section class={css.objections}>
      <h2 class={css.title}>{more().annual.objections(props.notice.objections.length)}</h2>
      <ul>
        <Keyed each={props.notice.objections} by={(each) => each.id}>
          {(each) => (
            <li class={css.objection}>
              <h3 class={css.line}>{`${each().unit} · ${each().name}`}</h3>
              <p>{each().text}</p>
              <p class={css.facts}>
                {[
                  t().date.time(each().at),
                  `${more().annual.value} ${each().value ?? t().common.missing}`,
                  `${more().annual.points} ${pointsOf(each().points)}`,
                ].join(' · ')}
              </p>
              <FileLinks files={each().files} />
              <Show
                when={each().verdict}
                fallback={
                  <Show
                    when={annual().can.answer}
                    fallback={<p class={css.facts}>{more().annual.unanswered}</p>}
                  >
                    <AnswerForm id={props.notice.id} objection={each()} />
                  </Show>
                }
              >
                {(verdict) => (
                  <p class={css.answer}>
                    {more().annual.answered(more().annual.verdicts[verdict()], each().reason ?? '')}
                  </p>
                )}
              </Show>
            </li>
          )}
        </Keyed>
      </ul>
    </section>
  );
}

/** The committee's answer: the result stands, or it is changed; either with a reason. */
function AnswerForm(props: { id: number; objection: Objection }): JSX.Element {
  const { answer } = useAnnual(() => props.id);
  const [verdict, setVerdict] = createSignal<ObjectionVerdict | null>(null);
  const [typed, setTyped] = createSignal('');
  const [reason, setReason] = createSignal('');
  const value = () => enteredOf(typed(), props.objection.form);
  const isWhole = (): boolean =>
    reason().trim() !== '' && (verdict() === 'upheld' || (verdict() === 'changed' && Boolean(value())));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    const [said, entered] = [verdict(), value()];
    if (said === null || !isWhole()) return;
    const changed = said === 'changed' && entered ? { value: entered } : {};
    answer.mutate({ objectionId: props.objection.id, verdict: said, reason: reason().trim(), ...changed });
  };
  return (
    <Show
      when={verdict()}
      fallback={
        <div class={css.buttons}>
          <Button onClick={() => setVerdict('upheld')}>{more().annual.verdicts.upheld}</Button>
          <Button onClick={() => setVerdict('changed')}>{more().annual.verdicts.changed}</Button>
        </div>
      }
    >
      {(said) => (
        <form class={css.form} onSubmit={submit} novalidate>
          <Show when={said() === 'changed'}>
            <EntryField
              label={more().annual.overrideValue}
              form={props.objection.form}
              typed={typed()}
              fault={value() === undefined ? more().annual.notAValue : faultAt(answer.error, 'value')}
              mayBeNone
              onType={setTyped}
            />
          </Show>
          <WordsField label={more().annual.answerReason} value={reason()} onType={setReason} />
          <ProblemNote error={answer.error} />
          <div class={css.buttons}>
            <Button look="main" type="submit" busy={answer.isPending} disabled={!isWhole()}>
              {more().annual.answer(more().annual.verdicts[said()])}
            </Button>
            <Button onClick={() => setVerdict(null)}>{t().common.cancel}</Button>
          </div>
        </form>
      )}
    </Show>
  );
}

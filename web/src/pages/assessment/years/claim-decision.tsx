import { createSignal, type JSX, Show } from 'solid-js';
import { more, t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { WordsField } from '../../../parts/forms/words-field.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import css from './claim-decision.module.css';
import { useAnnual } from './queries.ts';

/** The committee's word on a value that a unit entered (审核): confirmed, or returned with a reason. */
export function ClaimDecision(props: { id: number; claimId: number }): JSX.Element {
  const { verdict } = useAnnual(() => props.id);
  const [returning, setReturning] = createSignal(false);
  const [reason, setReason] = createSignal('');
  const { claimId } = props;
  const giveBack = (event: SubmitEvent): void => {
    event.preventDefault();
    if (reason().trim() === '') return;
    verdict.mutate({ claimId, verdict: 'returned', reason: reason().trim() });
  };
  return (
    <div class={css.decision}>
      <ProblemNote error={verdict.error} />
      <Show
        when={returning()}
        fallback={
          <div class={css.buttons}>
            <Button
              look="main"
              busy={verdict.isPending}
              onClick={() => verdict.mutate({ claimId, verdict: 'confirmed' })}
            >
              {more().annual.confirm}
            </Button>
            <Button disabled={verdict.isPending} onClick={() => setReturning(true)}>
              {more().annual.giveBack}
            </Button>
          </div>
        }
      >
        <form onSubmit={giveBack} novalidate>
          <WordsField label={more().annual.returnReason} value={reason()} onType={setReason} />
          <div class={css.buttons}>
            <Button look="main" type="submit" busy={verdict.isPending} disabled={reason().trim() === ''}>
              {more().annual.giveBack}
            </Button>
            <Button onClick={() => setReturning(false)}>{t().common.cancel}</Button>
          </div>
        </form>
      </Show>
    </div>
  );
}

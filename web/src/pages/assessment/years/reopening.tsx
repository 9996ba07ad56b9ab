import { createSignal, type JSX, Show } from 'solid-js';
import { more, t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { WordsField } from '../../../parts/forms/words-field.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { type Annual, useAnnual } from './queries.ts';
import css from './reopening.module.css';

/** Opening what is signed again (重开): asked for by one, granted by another. */
export function Reopening(props: { annual: Annual }): JSX.Element {
  const deeds = useAnnual(() => props.annual.id);
  const [asking, setAsking] = createSignal(false);
  const [reason, setReason] = createSignal('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (reason().trim() !== '')
      deeds.askReopen.mutate(reason().trim(), { onSuccess: () => setAsking(false) });
  };
  return (
    <>
      <Show when={props.annual.can.askReopen}>
        <Show
          when={asking()}
          fallback={
            <Button look="words" onClick={() => setAsking(true)}>
              {more().annual.askReopen}
            </Button>
          }
        >
          <form class={css.form} onSubmit={submit} novalidate>
            <WordsField
              label={more().annual.reopenReason}
              hint={more().annual.reopenHint}
              value={reason()}
              onType={setReason}
            />
            <ProblemNote error={deeds.askReopen.error} />
            <Button type="submit" busy={deeds.askReopen.isPending} disabled={reason().trim() === ''}>
              {more().annual.askReopen}
            </Button>
          </form>
        </Show>
      </Show>
      <Show when={props.annual.reopening}>
        {(asked) => (
          <div class={css.form}>
            <p>{more().annual.reopenAsked(asked().by ?? '', t().date.time(asked().at), asked().reason)}</p>
            <ProblemNote error={deeds.decideReopen.error} />
            <div class={css.buttons}>
              <Show when={props.annual.can.grantReopen}>
                <Button
                  look="main"
                  busy={deeds.decideReopen.isPending}
                  onClick={() => deeds.decideReopen.mutate(true)}
                >
                  {more().annual.grantReopen}
                </Button>
              </Show>
              <Show when={props.annual.can.refuseReopen}>
                <Button onClick={() => deeds.decideReopen.mutate(false)}>{more().annual.refuseReopen}</Button>
              </Show>
            </div>
          </div>
        )}
      </Show>
    </>
  );
}

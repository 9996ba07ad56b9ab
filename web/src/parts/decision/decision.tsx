import { createEffect, createMemo, createSignal, For, type JSX, on, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { Button } from '../forms/button.tsx';
import { Field } from '../forms/field.tsx';
import { ProblemNote } from '../states/problem-note.tsx';
import css from './decision.module.css';

interface DecisionProps {
  /** The assignment whose submission is decided: a reason is of that one alone. */
  of: number;
  busy: boolean;
  error: unknown;
  /** The keys shown on the buttons, where the page listens for them. */
  keys?: { pass: string; sendBack: string };
  /** Whether the reason is being written. */
  returning: boolean;
  onReturning: (returning: boolean) => void;
  onPass: () => void;
  onReturn: (reason: string) => void;
}

/** Verifying a submission (核验): it passes, or goes back with a reason that the other side reads. */
export function Decision(props: DecisionProps): JSX.Element {
  const [reason, setReason] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const words = () => t().verify;
  const decided = createMemo(() => props.of);
  const forget = (): void => {
    setReason('');
    setTried(false);
  };
  createEffect(on(decided, forget, { defer: true }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (reason().trim() !== '') props.onReturn(reason().trim());
  };
  return (
    <div class={css.decision}>
      <ProblemNote error={props.error} />
      <Show
        when={props.returning}
        fallback={
          <div class={css.buttons}>
            <Button
              look="main"
              busy={props.busy}
              hint={props.keys?.pass ?? ''}
              onClick={() => props.onPass()}
            >
              {words().pass}
            </Button>
            <Button
              disabled={props.busy}
              hint={props.keys?.sendBack ?? ''}
              onClick={() => props.onReturning(true)}
            >
              {words().sendBack}
            </Button>
          </div>
        }
      >
        <form class={css.form} onSubmit={submit} novalidate>
          <Field
            label={words().reason}
            fault={tried() && reason().trim() === '' ? words().needReason : undefined}
          >
            {(tied) => (
              <textarea
                {...tied}
                ref={(element) => queueMicrotask(() => element.focus())}
                maxlength="500"
                value={reason()}
                onInput={(event) => setReason(event.currentTarget.value)}
                onKeyDown={(event) => event.key === 'Escape' && props.onReturning(false)}
              />
            )}
          </Field>
          <div class={css.reasons}>
            <For each={words().reasons}>
              {(text) => (
                <button type="button" class={css.reason} onClick={() => setReason(text)}>
                  {text}
                </button>
              )}
            </For>
          </div>
          <div class={css.buttons}>
            <Button look="main" type="submit" busy={props.busy}>
              {words().sendBack}
            </Button>
            <Button onClick={() => props.onReturning(false)}>{t().common.cancel}</Button>
          </div>
        </form>
      </Show>
    </div>
  );
}

import { useNavigate } from '@solidjs/router';
import { useMutation, useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { passwordFault } from '../../../../api/domain/people/password.ts';
import { api } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Button } from '../../parts/forms/button.tsx';
import { Field } from '../../parts/forms/field.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { faultAt } from '../../problem.ts';
import { queries } from '../../queries.ts';
import { startOf, useMe } from '../../session.ts';
import css from './password.module.css';

interface PasswordFieldProps {
  label: string;
  autocomplete: 'current-password' | 'new-password';
  fault: string | undefined;
  hint?: string;
  value: string;
  onInput: (value: string) => void;
}

function PasswordField(props: PasswordFieldProps): JSX.Element {
  return (
    <Field label={props.label} fault={props.fault} hint={props.hint}>
      {(tied) => (
        <input
          {...tied}
          type="password"
          autocomplete={props.autocomplete}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Changing one's password (修改密码); `first`: the one given by the office must go before anything else. */
export default function Password(props: { first?: boolean }): JSX.Element {
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [current, setCurrent] = createSignal('');
  const [next, setNext] = createSignal('');
  const [again, setAgain] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const change = useMutation(() => ({
    mutationFn: () => api.changePassword(current(), next()),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: queries.me().queryKey });
      navigate(startOf(me()), { replace: true });
    },
  }));

  const words = () => t().password;
  const weak = (): string | undefined => (passwordFault(next()) === null ? undefined : words().tooWeak);
  const differs = (): string | undefined => (next() === again() ? undefined : words().differ);
  const missing = (): string | undefined => (current() === '' ? words().needCurrent : undefined);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if ([weak(), differs(), missing()].every((fault) => fault === undefined)) change.mutate();
  };
  const shown = (fault: string | undefined): string | undefined => (tried() ? fault : undefined);

  return (
    <div class={props.first ? css.alone : undefined}>
      <PageHead title={words().title} />
      <form class={css.form} onSubmit={submit} novalidate>
        <Show when={props.first}>
          <p>{words().first}</p>
        </Show>
        <ProblemNote error={change.error} />
        <input type="text" autocomplete="username" value={me().person.name} hidden readonly />
        <PasswordField
          label={words().current}
          autocomplete="current-password"
          fault={shown(missing()) ?? faultAt(change.error, 'currentPassword')}
          value={current()}
          onInput={setCurrent}
        />
        <PasswordField
          label={words().next}
          autocomplete="new-password"
          fault={shown(weak()) ?? faultAt(change.error, 'newPassword')}
          hint={words().rule}
          value={next()}
          onInput={setNext}
        />
        <PasswordField
          label={words().again}
          autocomplete="new-password"
          fault={shown(differs())}
          value={again()}
          onInput={setAgain}
        />
        <Button look="main" type="submit" busy={change.isPending}>
          {words().submit}
        </Button>
      </form>
    </div>
  );
}

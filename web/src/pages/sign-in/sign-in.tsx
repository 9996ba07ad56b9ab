import { useNavigate, useSearchParams } from '@solidjs/router';
import { useMutation, useQueryClient } from '@tanstack/solid-query';
import { createEffect, createSignal, type JSX } from 'solid-js';
import { api } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Button } from '../../parts/forms/button.tsx';
import { Field } from '../../parts/forms/field.tsx';
import { Tools } from '../../parts/shell/header.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { queries } from '../../queries.ts';
import { safeNext, startOf } from '../../session.ts';
import { DemoPeople } from './demo-people.tsx';
import css from './sign-in.module.css';

/** Goes on to where one wanted to be, or to where one's work begins. */
function useArrival(): () => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return async () => {
    client.clear();
    const me = await client.fetchQuery(queries.me());
    navigate(safeNext(search.next) ?? startOf(me), { replace: true });
  };
}

/** Signing in (登录) with name and password; in the demo with one click. */
export default function SignIn(): JSX.Element {
  const arrive = useArrival();
  createEffect(() => {
    document.title = `${t().signIn.title} · ${t().name}`;
  });
  return (
    <div class={css.page}>
      <div class={css.tools}>
        <Tools />
      </div>
      <main class={css.main}>
        <div class={css.identity}>
          <span class={css.seal} aria-hidden="true" />
          <h1 class={css.name}>{t().name}</h1>
          <p class={css.subtitle}>{t().subtitle}</p>
        </div>
        <PasswordForm onArrive={arrive} />
        <DemoPeople onArrive={arrive} />
      </main>
    </div>
  );
}

function PasswordForm(props: { onArrive: () => Promise<void> }): JSX.Element {
  const [username, setUsername] = createSignal('');
  const [password, setPassword] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const signIn = useMutation(() => ({
    mutationKey: ['sign-in'],
    mutationFn: () => api.signIn(username().trim(), password()),
    onSuccess: props.onArrive,
  }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (username().trim() !== '' && password() !== '') signIn.mutate();
  };
  return (
    <form class={css.form} onSubmit={submit} novalidate>
      <ProblemNote error={signIn.error} />
      <Field
        label={t().signIn.username}
        fault={tried() && username().trim() === '' ? t().signIn.needUsername : undefined}
      >
        {(tied) => (
          <input
            {...tied}
            name="username"
            autocomplete="username"
            autocapitalize="none"
            value={username()}
            onInput={(event) => setUsername(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field
        label={t().signIn.password}
        fault={tried() && password() === '' ? t().signIn.needPassword : undefined}
      >
        {(tied) => (
          <input
            {...tied}
            type="password"
            name="password"
            autocomplete="current-password"
            value={password()}
            onInput={(event) => setPassword(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button look="main" type="submit" busy={signIn.isPending}>
        {t().signIn.submit}
      </Button>
    </form>
  );
}

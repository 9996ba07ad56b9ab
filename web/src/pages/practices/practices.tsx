import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { Button } from '../../parts/forms/button.tsx';
import { Field } from '../../parts/forms/field.tsx';
import { WordsField } from '../../parts/forms/words-field.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { useMe } from '../../session.ts';
import { bulletinApi, bulletinQueries } from '../bulletins/queries.ts';
import css from './practices.module.css';

function Offer(): JSX.Element {
  const client = useQueryClient();
  const words = () => t().practices;
  const [title, setTitle] = createSignal('');
  const [body, setBody] = createSignal('');
  const [tried, setTried] = createSignal(false);
  const offer = useMutation(() => ({
    mutationFn: () => bulletinApi.offer({ title: title().trim(), body: body().trim() }),
    onSuccess: (fresh) => {
      client.setQueryData(bulletinQueries.practices().queryKey, fresh);
      setTitle('');
      setBody('');
      setTried(false);
    },
  }));
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTried(true);
    if (title().trim() !== '' && body().trim() !== '') offer.mutate();
  };
  return (
    <form class={css.form} onSubmit={submit} novalidate data-screen-only>
      <Field label={words().name} fault={tried() && title().trim() === '' ? words().needTitle : undefined}>
        {(tied) => (
          <input
            {...tied}
            maxlength="60"
            value={title()}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        )}
      </Field>
      <WordsField
        label={words().body}
        hint={words().hint}
        fault={tried() && body().trim() === '' ? words().needBody : undefined}
        rows={5}
        most={1000}
        value={body()}
        onType={setBody}
      />
      <ProblemNote error={offer.error} />
      <Show when={offer.isSuccess}>
        <p role="status">{words().offered}</p>
      </Show>
      <Button look="main" type="submit" busy={offer.isPending}>
        {words().offer}
      </Button>
    </form>
  );
}

/** Practices (先进经验): a unit offers its own, the office reads all of them. */
export default function Practices(): JSX.Element {
  const me = useMe();
  const query = useQuery(() => bulletinQueries.practices());
  return (
    <>
      <PageHead title={t().practices.title} />
      <Show when={me().can.includes('practice.offer')}>
        <Offer />
      </Show>
      <Answered query={query} waiting={<Skeleton lines={4} />}>
        {(list) => (
          <ul class={css.list}>
            <For each={list().rows} fallback={<Empty title={t().practices.none} />}>
              {(practice) => (
                <li class={css.practice}>
                  <h2 class={css.title}>{practice.title}</h2>
                  <p>{practice.body}</p>
                  <p class={css.facts}>
                    {practice.unit} · {t().date.time(practice.at)} · {t().practices.carried(practice.carried)}
                  </p>
                </li>
              )}
            </For>
          </ul>
        )}
      </Answered>
    </>
  );
}

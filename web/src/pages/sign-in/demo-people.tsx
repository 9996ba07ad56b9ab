import { useMutation, useQuery } from '@tanstack/solid-query';
import { createMemo, For, type JSX, Show } from 'solid-js';
import { ROLES, type Role } from '../../../../db/vocabulary.ts';
import { api } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { personLabel } from '../../parts/person-label.ts';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { queries } from '../../queries.ts';
import css from './demo-people.module.css';

/** In the order in which a newcomer best meets them. */
const ORDER: readonly Role[] = ['leader', 'office', 'liaison', 'committee', 'admin'];

/** The people of the demo (演示身份): one card for each role, the others in a list. Nothing where it is no demo. */
export function DemoPeople(props: { onArrive: () => Promise<void> }): JSX.Element {
  const asked = useQuery(() => ({ ...queries.demoPeople(), retry: false }));
  const people = () => (asked.isPending || asked.isError ? [] : (asked.data?.people ?? []));
  const signIn = useMutation(() => ({
    mutationKey: ['sign-in'],
    mutationFn: (id: number) => api.demoSignIn(id),
    onSuccess: props.onArrive,
  }));
  const cards = createMemo(() =>
    ORDER.flatMap((role) => people().find((person) => person.role === role) ?? []),
  );
  const others = createMemo(() =>
    ROLES.flatMap((role) => people().filter((person) => person.role === role)).filter(
      (person) => !cards().includes(person),
    ),
  );
  return (
    <Show when={people().length > 0}>
      <section class={css.demo} aria-labelledby="demo-title">
        <h2 id="demo-title" class={css.title}>
          {t().signIn.demoTitle}
        </h2>
        <p class={css.hint}>{t().signIn.demoHint}</p>
        <ProblemNote error={signIn.error} />
        <ul class={css.cards}>
          <For each={cards()}>
            {(person) => (
              <li>
                <button
                  type="button"
                  class={css.card}
                  disabled={signIn.isPending}
                  onClick={() => signIn.mutate(person.id)}
                >
                  <span class={css.role}>{t().role[person.role]}</span>
                  <span class={css.purpose}>{t().signIn.purpose[person.role]}</span>
                  <span class={css.who}>{personLabel(person.unit, person.name)}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
        <label class={css.others}>
          <span>{t().signIn.demoAll}</span>
          <select
            class={css.select}
            disabled={signIn.isPending}
            onChange={(event) => {
              const id = Number(event.currentTarget.value);
              if (id > 0) signIn.mutate(id);
            }}
          >
            <option value="">{t().signIn.demoUnit}</option>
            <For each={others()}>
              {(person) => <option value={person.id}>{personLabel(person.unit, person.name)}</option>}
            </For>
          </select>
        </label>
      </section>
    </Show>
  );
}

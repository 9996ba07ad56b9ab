import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { Button } from '../../parts/forms/button.tsx';
import { Field } from '../../parts/forms/field.tsx';
import { Keyed } from '../../parts/keyed.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { decideWording, saveWordings, type WordedTask, type WordingList, wordingsQuery } from './queries.ts';
import css from './wordings.module.css';

/** The everyday words that the bot hears for each task (同义词), and those that its questions brought up. */
export default function Wordings(): JSX.Element {
  const wordings = useQuery(() => wordingsQuery());
  return (
    <>
      <PageHead title={t().wordings.title} aside={t().wordings.about} />
      <Answered query={wordings} waiting={<Skeleton lines={12} />}>
        {(data) => (
          <Show when={data().tasks.length > 0} fallback={<Empty title={t().wordings.noTasks} />}>
            <Offers tasks={data().tasks} />
            <section class={css.part} aria-labelledby="wordings-tasks">
              <h2 id="wordings-tasks">{t().wordings.tasks}</h2>
              <Keyed each={data().tasks} by={({ id }) => id}>
                {(task) => <Task task={task()} />}
              </Keyed>
            </section>
          </Show>
        )}
      </Answered>
    </>
  );
}

/** Puts what the server answers in place of the list. */
function useAnswer() {
  const client = useQueryClient();
  return (answer: WordingList): void => void client.setQueryData(wordingsQuery().queryKey, answer);
}

interface Offered {
  task: WordedTask;
  wording: string;
  times: number;
}

/** What people called a task before they chose it from the bot's question, each to be taken or let go. */
function Offers(props: { tasks: readonly WordedTask[] }): JSX.Element {
  const offers = (): Offered[] =>
    props.tasks.flatMap((task) => task.offered.map(({ wording, times }) => ({ task, wording, times })));
  return (
    <section class={css.part} aria-labelledby="wordings-offers">
      <h2 id="wordings-offers">{t().wordings.offers}</h2>
      <Show when={offers().length > 0} fallback={<p class={css.quiet}>{t().wordings.noOffers}</p>}>
        <Keyed each={offers()} by={({ task, wording }) => `${task.id} ${wording}`}>
          {(offer) => <Offer offer={offer()} />}
        </Keyed>
      </Show>
    </section>
  );
}

function Offer(props: { offer: Offered }): JSX.Element {
  const onSuccess = useAnswer();
  const decide = useMutation(() => ({
    mutationFn: (accepted: boolean) => decideWording(props.offer.task.id, props.offer.wording, accepted),
    onSuccess,
  }));
  return (
    <div class={css.row}>
      <div>
        <b>{props.offer.wording}</b>
        <p class={css.quiet}>
          {`${props.offer.task.code} ${props.offer.task.title} · ${t().wordings.times(props.offer.times)}`}
        </p>
      </div>
      <div class={css.buttons}>
        <Button busy={decide.isPending} onClick={() => decide.mutate(true)}>
          {t().wordings.accept}
        </Button>
        <Button look="words" busy={decide.isPending} onClick={() => decide.mutate(false)}>
          {t().wordings.refuse}
        </Button>
      </div>
      <ProblemNote error={decide.error} />
    </div>
  );
}

function Task(props: { task: WordedTask }): JSX.Element {
  return (
    <details class={css.task}>
      <summary class={css.summary}>
        <span class={css.name}>{`${props.task.code} ${props.task.title}`}</span>
        <span class={css.quiet}>{props.task.synonyms.join(t().wordings.comma) || t().wordings.none}</span>
      </summary>
      <Editor task={props.task} />
    </details>
  );
}

/** A line for each wording. */
function Editor(props: { task: WordedTask }): JSX.Element {
  const onSuccess = useAnswer();
  const [text, setText] = createSignal<string | null>(null);
  const shown = (): string => text() ?? props.task.synonyms.join('\n');
  const lines = (): string[] =>
    shown()
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  const save = useMutation(() => ({
    mutationFn: () => saveWordings(props.task.id, lines()),
    onSuccess: (answer: WordingList) => {
      onSuccess(answer);
      setText(null);
    },
  }));
  return (
    <form
      class={css.editor}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <Field label={t().wordings.label} hint={t().wordings.hint}>
        {(tied) => (
          <textarea
            {...tied}
            rows={Math.max(3, lines().length + 1)}
            value={shown()}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        )}
      </Field>
      <ProblemNote error={save.error} />
      <Button type="submit" busy={save.isPending} disabled={text() === null}>
        {t().wordings.save}
      </Button>
    </form>
  );
}

import { A } from '@solidjs/router';
import { type JSX, Show } from 'solid-js';
import type { Waiting } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Decision } from '../../parts/decision/decision.tsx';
import { EvidenceList } from '../../parts/evidence/evidence-list.tsx';
import { KEYS } from '../../parts/keyboard/shortcuts.ts';
import { Empty } from '../../parts/states/empty.tsx';
import { problemOf } from '../../problem.ts';
import css from './submission.module.css';

interface SubmissionProps {
  waiting: Waiting;
  position: string;
  busy: boolean;
  error: unknown;
  returning: boolean;
  onReturning: (returning: boolean) => void;
  onPass: () => void;
  onReturn: (reason: string) => void;
}

const keyOf = (action: 'pass' | 'sendBack' | 'next' | 'previous'): string => KEYS[action].join(' ');

/** One submission: its evidence on the left, what it says and the decision on the right. */
export function Submission(props: SubmissionProps): JSX.Element {
  const moved = (): boolean => problemOf(props.error).status === 409;
  return (
    <article class={css.submission}>
      <section class={css.evidence} aria-label={t().evidence.title}>
        <Words waiting={props.waiting} />
        <Show
          when={props.waiting.evidence.length > 0}
          fallback={<Empty title={t().evidence.none} hint={t().evidence.noneHint} />}
        >
          <EvidenceList files={props.waiting.evidence} large />
        </Show>
      </section>
      <div class={css.side}>
        <p class={css.position}>{props.position}</p>
        <Said waiting={props.waiting} />
        <Show when={props.error !== null && moved()}>
          <p role="alert">{t().task.conflict}</p>
        </Show>
        <Decision
          of={props.waiting.assignment.id}
          busy={props.busy}
          error={moved() ? null : props.error}
          keys={{ pass: keyOf('pass'), sendBack: keyOf('sendBack') }}
          returning={props.returning}
          onReturning={props.onReturning}
          onPass={props.onPass}
          onReturn={props.onReturn}
        />
        <p class={css.keys}>
          <kbd>{keyOf('next')}</kbd>
          {t().shortcuts.next}
          <kbd>{keyOf('previous')}</kbd>
          {t().shortcuts.previous}
        </p>
        <A class={css.details} href={`/tasks/${props.waiting.assignment.id}`}>
          {t().verify.details}
        </A>
      </div>
    </article>
  );
}

/** The words of a submission: the note, and the chat message as it was said. */
function Words(props: { waiting: Waiting }): JSX.Element {
  const said = () => props.waiting.submission;
  return (
    <>
      <Show when={said().note}>
        <p class={css.words}>{said().note}</p>
      </Show>
      <Show when={said().message}>
        <blockquote class={css.bubble} title={t().task.said}>
          {said().message}
        </blockquote>
      </Show>
    </>
  );
}

/** What was submitted: the task, by whom and when, in time or late. */
function Said(props: { waiting: Waiting }): JSX.Element {
  const row = () => props.waiting.assignment;
  const said = () => props.waiting.submission;
  const figures = (): string =>
    [
      said().percent === null ? null : `${said().percent}%`,
      said().count === null
        ? null
        : [
            t().common.count(said().count ?? 0),
            row().target === null ? '' : `/${row().target}`,
            row().unitOfMeasure,
          ]
            .filter((part) => part !== null)
            .join(''),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  return (
    <>
      <h2 class={css.title}>{`${row().code} ${row().title}`}</h2>
      <dl class={css.facts}>
        <dt>{t().tasks.unit}</dt>
        <dd>{row().unit.name}</dd>
        <dt>{t().task.period}</dt>
        <dd>{row().periodLabel}</dd>
        <dt>{t().tasks.due}</dt>
        <dd>{t().date.weekday(row().dueOn)}</dd>
        <dt>{t().verify.submitted}</dt>
        <dd>
          {[t().date.time(said().at), said().person, t().channel[said().channel]]
            .filter((part) => part !== null)
            .join(' · ')}
          <b class={css.late} data-late={props.waiting.late ? '' : undefined}>
            {props.waiting.late ? t().verify.late : t().verify.onTime}
          </b>
        </dd>
        <Show when={figures() !== ''}>
          <dt>{t().tasks.progress}</dt>
          <dd>{figures()}</dd>
        </Show>
      </dl>
    </>
  );
}

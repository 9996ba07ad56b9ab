import { createSignal, For, type JSX, Show } from 'solid-js';
import { parseDay } from '../../../../api/domain/time/day.ts';
import { t } from '../../i18n/language.ts';
import { Attach } from '../../parts/evidence/attach.tsx';
import { EvidenceList } from '../../parts/evidence/evidence-list.tsx';
import { Button } from '../../parts/forms/button.tsx';
import { Buttons } from '../../parts/forms/buttons.tsx';
import { Words } from '../../parts/forms/words-form.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import type { InspectionProblem } from '../inspections/queries.ts';
import css from './problem.module.css';
import type { InspectionDeeds } from './use-inspection.ts';

interface ProblemProps {
  problem: InspectionProblem;
  deeds: InspectionDeeds;
  /** The day that is offered where it goes back. */
  until: string;
}

/** One problem (问题): what is wrong, by when, what was done about it; the unit reports, the inspectors look again. */
export function Problem(props: ProblemProps): JSX.Element {
  const words = () => t().inspections;
  const problem = () => props.problem;
  return (
    <li class={css.problem} id={`problem-${problem().id}`}>
      <p class={css.head}>
        <b>{words().itemOf(problem().item)}</b>
        <span class={css.state} data-state={problem().overdue ? 'overdue' : problem().state}>
          {problem().overdue
            ? words().late(problem().workingDaysLate)
            : words().problemState[problem().state]}
        </span>
        <span class={css.quiet}>{words().until(t().date.long(problem().dueOn))}</span>
      </p>
      <p class={css.text}>{problem().text}</p>
      <Show when={problem().evidence.length > 0}>
        <EvidenceList files={problem().evidence} from="/api/inspection-evidence" />
      </Show>
      <ol class={css.trail} aria-label={words().trail}>
        <For each={problem().events.filter(({ kind }) => kind !== 'raised')}>
          {(event) => (
            <li>
              <span>
                {event.note === null
                  ? words().event[event.kind]
                  : words().said(words().event[event.kind], event.note)}
              </span>
              <span class={css.quiet}>
                {` ${words().by(event.person ?? t().channel.system, t().date.time(event.at))}`}
              </span>
            </li>
          )}
        </For>
      </ol>
      <div class={css.deeds} data-screen-only>
        <Show when={problem().can.report}>
          <Attach
            onUpload={(upload) => props.deeds.attachToProblem.mutateAsync({ problem: problem().id, upload })}
          />
          <Words
            name={`problem.${problem().id}`}
            label={words().reportLabel}
            first=""
            need={words().needReport}
            action={words().report}
            busy={props.deeds.report.isPending}
            error={props.deeds.report.error}
            onSubmit={({ text }) => props.deeds.report.mutate({ problem: problem().id, note: text })}
          />
        </Show>
        <Show when={problem().can.review}>
          <Review {...props} />
        </Show>
      </div>
    </li>
  );
}

/** Looking again (复查): accepted, or sent back with a reason and a day. */
function Review(props: ProblemProps): JSX.Element {
  const [returning, setReturning] = createSignal(false);
  const words = () => t().inspections;
  const { review } = props.deeds;
  const version = (): number => props.problem.version;
  const send = (said: Parameters<typeof review.mutate>[0]['said']): void =>
    review.mutate({ problem: props.problem.id, said }, { onSuccess: () => setReturning(false) });
  return (
    <Show
      when={returning()}
      fallback={
        <>
          <ProblemNote error={review.error} />
          <Buttons>
            <Button
              look="main"
              busy={review.isPending}
              onClick={() => send({ decision: 'accept', version: version() })}
            >
              {words().accept}
            </Button>
            <Button onClick={() => setReturning(true)}>{words().sendBack}</Button>
          </Buttons>
        </>
      }
    >
      <Words
        name={`problem-return.${props.problem.id}`}
        label={words().sendBackReason}
        first=""
        until={props.until}
        untilLabel={words().newDay}
        untilPath="rectifyBy"
        need={words().needReason}
        action={words().sendBack}
        busy={review.isPending}
        error={review.error}
        onCancel={() => setReturning(false)}
        onSubmit={({ text, until }) => {
          const rectifyBy = parseDay(until);
          const day = rectifyBy === undefined ? {} : { rectifyBy };
          send({ decision: 'return', reason: text, version: version(), ...day });
        }}
      />
    </Show>
  );
}

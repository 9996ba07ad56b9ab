import { useQuery } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { BackLink } from '../../parts/back-link/back-link.tsx';
import { ByNumber } from '../../parts/by-number.tsx';
import { Button } from '../../parts/forms/button.tsx';
import { Words } from '../../parts/forms/words-form.tsx';
import { Keyed } from '../../parts/keyed.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { useMe } from '../../session.ts';
import { StateMark } from '../inspections/inspection-state.tsx';
import { PlanDialog } from '../inspections/plan-dialog.tsx';
import { type InspectionDetail, inspectionQueries } from '../inspections/queries.ts';
import css from './inspection.module.css';
import { Problem } from './problem.tsx';
import { SheetItems } from './sheet-items.tsx';
import { type InspectionDeeds, useInspection } from './use-inspection.ts';

/** One inspection (一次检查): the sheet, filled in in the field or read; the problems and how they are put right. */
export default function Inspection(): JSX.Element {
  return <ByNumber>{(id) => <Opened id={id} />}</ByNumber>;
}

function Opened(props: { id: number }): JSX.Element {
  const inspection = useQuery(() => inspectionQueries.one(props.id));
  return (
    <>
      <BackLink href="/inspections">{t().inspections.title}</BackLink>
      <Answered whole query={inspection} waiting={<Skeleton lines={12} />}>
        {(detail) => <Detail detail={detail()} id={props.id} />}
      </Answered>
    </>
  );
}

function Detail(props: { detail: InspectionDetail; id: number }): JSX.Element {
  const me = useMe();
  const deeds = useInspection(() => props.id);
  const [asking, setAsking] = createSignal<'change' | 'cancel' | null>(null);
  const words = () => t().inspections;
  const inspection = () => props.detail.inspection;
  const named = (): string =>
    inspection()
      .inspectors.map(({ name }) => name)
      .join('、');
  const problems = () => props.detail.problems.filter(({ state }) => state !== 'withdrawn');
  return (
    <>
      <PageHead title={words().of(inspection().unit.name)} aside={t().date.long(inspection().heldOn)} />
      <p class={css.facts}>
        <StateMark row={{ ...inspection(), found: props.detail.tally }} />
        <span>{`${inspection().list.title} ${words().version(inspection().list.version)}`}</span>
        <span>{words().said(words().inspectors, named())}</span>
        <Tally detail={props.detail} />
      </p>
      <div class={css.tools} data-screen-only>
        <Button onClick={() => window.print()}>{words().print}</Button>
        <Show when={props.detail.can.change}>
          <Button onClick={() => setAsking('change')}>{words().change}</Button>
        </Show>
        <Show when={props.detail.can.cancel}>
          <Button look="words" onClick={() => setAsking('cancel')}>
            {words().cancel}
          </Button>
        </Show>
      </div>
      <Show when={asking() === 'cancel'}>
        <div class={css.cancel}>
          <Words
            name={`inspection-cancel.${props.id}`}
            label={words().cancelReason}
            first=""
            need={words().needReason}
            action={words().cancel}
            busy={deeds.cancel.isPending}
            error={deeds.cancel.error}
            onCancel={() => setAsking(null)}
            onSubmit={({ text: reason }) =>
              deeds.cancel.mutate(
                { reason, version: inspection().version },
                { onSuccess: () => setAsking(null) },
              )
            }
          />
        </div>
      </Show>
      <Show when={asking() === 'change'}>
        <PlanDialog
          today={me().today}
          changing={inspection()}
          onClose={() => setAsking(null)}
          onDone={() => setAsking(null)}
        />
      </Show>
      <For each={props.detail.events.filter(({ kind }) => kind === 'cancelled')}>
        {(event) => <p class={css.cancelled}>{words().said(words().state.cancelled, event.note ?? '')}</p>}
      </For>
      <Show when={problems().length > 0}>
        <section class={css.section} aria-labelledby="problems">
          <h2 id="problems" class={css.title}>
            {words().problems}
          </h2>
          <ul class={css.problems}>
            <Keyed each={problems()} by={({ id }) => id}>
              {(problem) => (
                <Problem problem={problem()} deeds={deeds} until={props.detail.suggestedRectifyBy} />
              )}
            </Keyed>
          </ul>
        </section>
      </Show>
      <section class={css.section} aria-labelledby="items">
        <h2 id="items" class={css.title}>
          {words().items}
        </h2>
        <SheetItems detail={props.detail} id={props.id} deeds={deeds} />
      </section>
      <p class={css.signatures} aria-hidden="true">
        <For each={words().signatures}>{(name) => <span>{words().said(name, '')}</span>}</For>
      </p>
      <Show when={props.detail.can.complete}>
        <Complete detail={props.detail} deeds={deeds} />
      </Show>
    </>
  );
}

function Tally(props: { detail: InspectionDetail }): JSX.Element {
  const words = () => t().inspections;
  const sum = () => props.detail.tally;
  return (
    <>
      <span>
        {(['met', 'unmet', 'notApplicable'] as const)
          .map((verdict) => `${words().verdict[verdict]} ${sum()[verdict]}`)
          .join(' · ')}
      </span>
      <Show when={sum().points}>
        {(points) => <span>{words().points(points().reached, points().of)}</span>}
      </Show>
    </>
  );
}

/** The bar that stays in sight while one fills in: how much is left, and the end of it. */
function Complete(props: { detail: InspectionDetail; deeds: InspectionDeeds }): JSX.Element {
  const words = () => t().inspections;
  const left = (): number => props.detail.tally.unanswered.length;
  return (
    <div class={css.bar} data-screen-only>
      <ProblemNote error={props.deeds.complete.error} />
      <p class={css.left}>
        <b>{words().left(left())}</b>
        <Show when={left() === 0}>
          <span class={css.quiet}>{words().completeHint}</span>
        </Show>
      </p>
      <Button
        look="main"
        disabled={left() > 0}
        busy={props.deeds.complete.isPending}
        onClick={() => props.deeds.complete.mutate(props.detail.inspection.version)}
      >
        {words().complete}
      </Button>
    </div>
  );
}

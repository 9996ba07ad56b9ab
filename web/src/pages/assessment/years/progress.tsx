import { A } from '@solidjs/router';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { more, t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { ShareBar } from '../../../parts/marks/share-bar.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { addressOf } from './address.ts';
import css from './progress.module.css';
import { type Annual, useAnnual } from './queries.ts';
import { Reopening } from './reopening.tsx';
import { useStand } from './year.tsx';

/** How far the assessment is (进度): what is missing, who has not done their part, what happened. */
export default function Progress(): JSX.Element {
  const annual = useStand();
  return (
    <div class={css.columns}>
      <div>
        <Now annual={annual()} />
        <Show when={annual().can.review}>
          <Markers annual={annual()} />
        </Show>
        <Units annual={annual()} />
      </div>
      <Trace annual={annual()} />
    </div>
  );
}

/** The step that runs: until when, what is missing, and how it goes on. */
function Now(props: { annual: Annual }): JSX.Element {
  const deeds = useAnnual(() => props.annual.id);
  const [sure, setSure] = createSignal(false);
  const until = (): string | null => {
    const { step, selfUntil, noticeUntil, noticeDaysLeft } = props.annual;
    if (step === 'self' && selfUntil !== null) return more().annual.selfUntil(t().date.weekday(selfUntil));
    if (step === 'notice' && noticeUntil !== null) {
      return more().annual.noticeUntil(t().date.weekday(noticeUntil), noticeDaysLeft);
    }
    return null;
  };
  const advance = (): void => deeds.advance.mutate(props.annual.step, { onSettled: () => setSure(false) });
  return (
    <section class={css.now}>
      <h2 class={css.title}>{more().annual.steps[props.annual.step]}</h2>
      <p class={css.what}>{more().annual.what[props.annual.step]}</p>
      <Show when={until()}>{(text) => <p>{text()}</p>}</Show>
      <Show when={props.annual.signed}>
        {(signed) => (
          <p class={css.signed}>
            {more().annual.signedBy(signed().by ?? '', t().date.time(signed().at))}
            <code class={css.hash}>{signed().hash}</code>
          </p>
        )}
      </Show>
      <Show when={props.annual.lacks.length > 0}>
        <h3 class={css.small}>{more().annual.lacks}</h3>
        <ul class={css.lacks}>
          <For each={props.annual.lacks}>
            {(lack) => (
              <li class={css.lack} data-blocks={lack.blocks ? '' : undefined}>
                {lack.text}
              </li>
            )}
          </For>
        </ul>
      </Show>
      <ProblemNote error={deeds.advance.error ?? deeds.openMarks.error} />
      <Show when={props.annual.can.advance || props.annual.can.openMarks}>
        <div class={css.buttons}>
          <Show when={props.annual.can.openMarks}>
            <Button busy={deeds.openMarks.isPending} onClick={() => deeds.openMarks.mutate(null)}>
              {more().annual.openMarks}
            </Button>
          </Show>
          <Show when={props.annual.can.advance}>
            <Show
              when={sure()}
              fallback={
                <Button look="main" onClick={() => setSure(true)}>
                  {more().annual.advance[props.annual.step]}
                </Button>
              }
            >
              <Button look="main" busy={deeds.advance.isPending} onClick={advance}>
                {more().annual.advanceSure(more().annual.advance[props.annual.step])}
              </Button>
              <Button onClick={() => setSure(false)}>{t().common.cancel}</Button>
            </Show>
          </Show>
        </div>
        <Show when={props.annual.can.openMarks}>
          <p class={css.hint}>{more().annual.openMarksHint}</p>
        </Show>
      </Show>
      <Reopening annual={props.annual} />
    </section>
  );
}

/** The committee: how many lines each has marked, and who has handed in. */
function Markers(props: { annual: Annual }): JSX.Element {
  return (
    <section class={css.block}>
      <h2 class={css.title}>{more().annual.markers}</h2>
      <ul class={css.people}>
        <For each={props.annual.markers}>
          {(marker) => (
            <li class={css.person}>
              <span>
                {marker.name}
                <Show when={marker.leads}>
                  <span class={css.hint}>{` ${more().annual.chair}`}</span>
                </Show>
              </span>
              <span class={css.figure}>{`${marker.marked} / ${marker.wanted}`}</span>
              <span class={css.state} data-done={marker.handedIn ? '' : undefined}>
                {marker.handedIn ? more().annual.handedIn : more().annual.notHandedIn}
              </span>
              <div class={css.bar}>
                <ShareBar share={marker.wanted === 0 ? 0 : marker.marked / marker.wanted} />
              </div>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

/** The units' self-assessments: submitted or not, and what waits for the committee. */
function Units(props: { annual: Annual }): JSX.Element {
  const submitted = () => props.annual.units.filter(({ submittedAt }) => submittedAt !== null).length;
  return (
    <Show when={props.annual.units.length > 0}>
      <section class={css.block}>
        <h2 class={css.title}>
          {more().annual.selfOf}
          <span class={css.hint}>{` ${submitted()} / ${props.annual.units.length}`}</span>
        </h2>
        <ul class={css.units}>
          <For each={props.annual.units}>
            {(unit) => (
              <li>
                <A class={css.unit} href={`${addressOf(props.annual)}/self?unit=${unit.unitId}`}>
                  <span>{unit.name}</span>
                  <span class={css.state} data-done={unit.submittedAt === null ? undefined : ''}>
                    {unit.submittedAt === null ? more().annual.notSubmitted : more().annual.submitted}
                  </span>
                  <span class={css.counts}>
                    {[
                      unit.waiting > 0 ? more().annual.waiting(unit.waiting) : null,
                      unit.returned > 0 ? more().annual.returnedCount(unit.returned) : null,
                      unit.confirmed > 0 ? more().annual.confirmedCount(unit.confirmed) : null,
                    ]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </span>
                </A>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}

/** What happened, by whom, when (留痕). */
function Trace(props: { annual: Annual }): JSX.Element {
  return (
    <section>
      <h2 class={css.title}>{more().annual.trace}</h2>
      <ol class={css.trace}>
        <For each={props.annual.trace}>
          {(event) => (
            <li class={css.event}>
              <b>{more().annual.events[event.kind]}</b>
              <p class={css.hint}>
                {[t().date.time(event.at), event.person ?? more().annual.byItself].join(' · ')}
              </p>
              <Show when={event.reason}>
                <p>{event.reason}</p>
              </Show>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}

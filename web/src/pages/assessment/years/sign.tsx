import { useQuery } from '@tanstack/solid-query';
import { createSignal, For, type JSX, Show } from 'solid-js';
import { scoreOf, sizeOf } from '../../../figures.ts';
import { more, t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { annualQueries, type Signing, useAnnual } from './queries.ts';
import css from './sign.module.css';
import { useStand } from './year.tsx';

/** What a leader signs (定档): the result in short, what the committee changed, the bytes and their hash. */
export default function Sign(): JSX.Element {
  const annual = useStand();
  const signing = useQuery(() => annualQueries.signing(annual().id));
  return (
    <Answered query={signing} waiting={<Skeleton lines={10} tall />}>
      {(data) => (
        <div class={css.page}>
          <Grades signing={data()} />
          <Changes signing={data()} />
          <Seal signing={data()} />
        </div>
      )}
    </Answered>
  );
}

function Grades(props: { signing: Signing }): JSX.Element {
  return (
    <For each={props.signing.groups}>
      {({ group, grades }) => (
        <section>
          <h2 class={css.title}>{t().group[group]}</h2>
          <dl class={css.grades}>
            <For each={grades}>
              {(grade) => (
                <div class={css.grade}>
                  <dt>
                    {grade.name}
                    <span class={css.facts}>{` ${grade.units.length}`}</span>
                  </dt>
                  <dd>
                    <For each={grade.units} fallback={<span class={css.facts}>{t().common.missing}</span>}>
                      {(unit) => (
                        <span class={css.unit}>
                          {unit.name}
                          <span
                            class={css.facts}
                          >{` ${unit.total === null ? '' : scoreOf(unit.total)}`}</span>
                        </span>
                      )}
                    </For>
                  </dd>
                </div>
              )}
            </For>
          </dl>
        </section>
      )}
    </For>
  );
}

function Changes(props: { signing: Signing }): JSX.Element {
  return (
    <section>
      <h2 class={css.title}>{more().annual.changes(props.signing.changes.length)}</h2>
      <p class={css.facts}>
        {more().annual.objectionSum(props.signing.objections.total, props.signing.objections.changed)}
      </p>
      <ul>
        <For each={props.signing.changes}>
          {(change) => (
            <li class={css.change}>
              <b>{`${change.unit} · ${change.indicator}`}</b>
              <p>{more().annual.changedTo(change.value ?? t().common.missing, change.reason)}</p>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}

/** The bytes that are frozen by the signature, and the signature. */
function Seal(props: { signing: Signing }): JSX.Element {
  const annual = useStand();
  const { sign } = useAnnual(() => annual().id);
  const [sure, setSure] = createSignal(false);
  return (
    <section class={css.seal}>
      <h2 class={css.title}>{annual().signed === null ? more().annual.willFreeze : more().annual.frozen}</h2>
      <p>
        {more().annual.freezes(
          sizeOf(props.signing.bytes),
          props.signing.schemeVersion,
          t().date.time(props.signing.cutoffAt),
        )}
      </p>
      <code class={css.hash}>{props.signing.hash}</code>
      <For each={props.signing.signatures}>
        {(signature) => (
          <p class={css.facts}>
            {more().annual.signedBy(signature.by ?? '', t().date.time(signature.at))}
            <code class={css.hash}>{signature.hash}</code>
          </p>
        )}
      </For>
      <ProblemNote error={sign.error} />
      <Show
        when={annual().can.sign}
        fallback={
          <Show when={annual().step !== 'settled'}>
            <p class={css.facts}>{annual().lacks[0]?.text ?? more().annual.leaderSigns}</p>
          </Show>
        }
      >
        <Show
          when={sure()}
          fallback={
            <Button look="main" onClick={() => setSure(true)}>
              {more().annual.sign}
            </Button>
          }
        >
          <p>{more().annual.signSure}</p>
          <div class={css.buttons}>
            <Button
              look="main"
              busy={sign.isPending}
              onClick={() => sign.mutate(props.signing.hash, { onSettled: () => setSure(false) })}
            >
              {more().annual.signNow}
            </Button>
            <Button onClick={() => setSure(false)}>{t().common.cancel}</Button>
          </div>
        </Show>
      </Show>
    </section>
  );
}

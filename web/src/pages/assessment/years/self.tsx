import { useSearchParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { createMemo, For, type JSX, Show } from 'solid-js';
import { more, t } from '../../../i18n/language.ts';
import { Choose } from '../../../parts/forms/choose.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { Empty } from '../../../parts/states/empty.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { annualQueries } from './queries.ts';
import css from './self.module.css';
import { SelfCheck } from './self-check.tsx';
import { SelfForm } from './self-form.tsx';
import { useStand } from './year.tsx';

/** Self-assessment (自评): a unit writes its own, the committee looks through each. */
export default function SelfPage(): JSX.Element {
  const annual = useStand();
  const [search, setSearch] = useSearchParams();
  const chosen = createMemo(
    () =>
      annual().units.find(({ unitId }) => String(unitId) === search.unit) ??
      annual().units.find(({ waiting }) => waiting > 0) ??
      annual().units[0],
  );
  return (
    <Show when={chosen()} fallback={<Empty title={more().annual.notAssessed} />}>
      {(unit) => (
        <>
          <Show when={annual().units.length > 1}>
            <div class={css.choose}>
              <Choose
                label={more().annual.unit}
                required
                value={String(unit().unitId)}
                options={annual().units.map(({ unitId, name, waiting }) => ({
                  value: String(unitId),
                  name: waiting > 0 ? `${name} · ${more().annual.waiting(waiting)}` : name,
                }))}
                onChoose={(id) => setSearch({ unit: id }, { replace: true, scroll: false })}
              />
            </div>
          </Show>
          <For each={[unit().unitId]}>{(unitId) => <Sheet id={annual().id} unitId={unitId} />}</For>
        </>
      )}
    </Show>
  );
}

function Sheet(props: { id: number; unitId: number }): JSX.Element {
  const self = useQuery(() => annualQueries.self(props.id, props.unitId));
  return (
    <Answered query={self} waiting={<Skeleton lines={10} tall />}>
      {(data) => (
        <section class={css.sheet} aria-labelledby="sheet">
          <header class={css.head}>
            <h2 id="sheet" class={css.title}>
              {more().annual.sheetOf(data().unit)}
            </h2>
            <p class={css.state}>
              <Show when={data().submittedAt} fallback={more().annual.notSubmitted}>
                {(at) => more().annual.submittedAt(t().date.time(at()))}
              </Show>
              <Show when={data().step === 'self' && data().selfUntil}>
                {(until) => ` · ${more().annual.selfUntil(t().date.weekday(until()))}`}
              </Show>
            </p>
          </header>
          <Show when={data().can.save} fallback={<SelfCheck self={data()} />}>
            <SelfForm self={data()} />
          </Show>
        </section>
      )}
    </Answered>
  );
}

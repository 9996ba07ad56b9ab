import { useSearchParams } from '@solidjs/router';
import { For, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { Choose } from '../../parts/forms/choose.tsx';
import type { UnitScore } from '../../parts/score/queries.ts';
import css from './gap.module.css';

/** Why the unit is behind another one (差在哪里): the one right ahead of it, or any that is chosen. */
export function Gap(props: { data: UnitScore }): JSX.Element {
  const [search, setSearch] = useSearchParams();
  return (
    <section aria-labelledby="gap">
      <h2 id="gap" class={css.title}>
        {props.data.gap === null ? t().scores.gapTitle : t().scores.gap(props.data.gap.name)}
      </h2>
      <div class={css.choice} data-screen-only>
        <Choose
          label={t().scores.compare}
          all={t().scores.ahead}
          value={typeof search.against === 'string' ? search.against : ''}
          options={props.data.others.map(({ unitId, name }) => ({ value: String(unitId), name }))}
          onChoose={(against) => setSearch({ against: against || null }, { replace: true, scroll: false })}
        />
      </div>
      <Show when={props.data.gap} fallback={<p class={css.none}>{t().scores.first}</p>}>
        {(gap) => (
          <Show
            when={gap().lines.length > 0}
            fallback={<p class={css.none}>{t().scores.noGap(gap().name)}</p>}
          >
            <ul>
              <For each={gap().lines}>{(line) => <li class={css.line}>{line.text}</li>}</For>
            </ul>
          </Show>
        )}
      </Show>
    </section>
  );
}

import { For, type JSX, Show } from 'solid-js';
import type { Overview } from '../../api.ts';
import { percentOf } from '../../figures.ts';
import { t } from '../../i18n/language.ts';
import { Changed } from '../../parts/marks/changed.tsx';
import { ShareBar } from '../../parts/marks/share-bar.tsx';
import css from './phase-strip.module.css';

/** The phases of the plan (三阶段目标), each with its share done; the current one stands out. */
export function PhaseStrip(props: { phases: Overview['phases'] }): JSX.Element {
  return (
    <section class={css.section} aria-labelledby="phases">
      <h2 id="phases" class={css.title}>
        {t().overview.phases}
      </h2>
      <ol class={css.phases}>
        <For each={props.phases}>
          {(phase) => (
            <li class={css.phase} data-current={phase.current ? '' : undefined}>
              <div class={css.line}>
                <span class={css.name}>{phase.name}</span>
                <Show when={phase.current}>
                  <span class={css.now}>{t().overview.current}</span>
                </Show>
                <span class={css.share}>
                  <Changed value={phase.share}>
                    <Show when={phase.share !== null} fallback={t().overview.nothingDue}>
                      {`${percentOf(phase.share ?? 0)}%`}
                    </Show>
                  </Changed>
                </span>
              </div>
              <ShareBar share={phase.share ?? 0} strong={phase.current} />
              <p class={css.days}>{`${t().date.long(phase.opensOn)} – ${t().date.long(phase.closesOn)}`}</p>
            </li>
          )}
        </For>
      </ol>
    </section>
  );
}

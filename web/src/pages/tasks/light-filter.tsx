import { useSearchParams } from '@solidjs/router';
import { For, type JSX } from 'solid-js';
import type { Light } from '../../../../db/vocabulary.ts';
import type { TaskPage } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Changed } from '../../parts/marks/changed.tsx';
import { LightMark } from '../../parts/marks/light-mark.tsx';
import css from './light-filter.module.css';
import { BY_URGENCY } from './task-pages.ts';

/** How many there are of each light (亮灯); pressing one shows only those. */
export function LightFilter(props: {
  counts: TaskPage['counts'] | undefined;
  chosen: Light | undefined;
}): JSX.Element {
  const [, setSearch] = useSearchParams();
  return (
    <fieldset class={css.lights} aria-label={t().tasks.light}>
      <For each={BY_URGENCY}>
        {(light) => (
          <button
            type="button"
            class={css.light}
            aria-pressed={props.chosen === light}
            onClick={() => setSearch({ light: props.chosen === light ? null : light }, { scroll: false })}
          >
            <LightMark light={light} />
            <span class={css.count}>
              <Changed value={props.counts?.[light]}>{t().common.count(props.counts?.[light] ?? 0)}</Changed>
            </span>
          </button>
        )}
      </For>
    </fieldset>
  );
}

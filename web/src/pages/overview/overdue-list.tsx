import { type JSX, Show } from 'solid-js';
import type { Overview } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Keyed } from '../../parts/keyed.tsx';
import { Changed } from '../../parts/marks/changed.tsx';
import { LightMark } from '../../parts/marks/light-mark.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import css from './overdue-list.module.css';

/** What is overdue now (当前逾期), the longest first. */
export function OverdueList(props: { overdue: Overview['overdue'] }): JSX.Element {
  return (
    <section class={css.section} aria-labelledby="overdue">
      <div class={css.head}>
        <h2 id="overdue" class={css.title}>
          {t().overview.overdue}
        </h2>
        <Show when={props.overdue.total > 0}>
          <span class={css.total}>
            <Changed value={props.overdue.total}>{t().overview.overdueTotal(props.overdue.total)}</Changed>
          </span>
          <a class={css.more} href="/tasks?light=red">
            {t().overview.allOverdue}
          </a>
        </Show>
      </div>
      <Show
        when={props.overdue.rows.length > 0}
        fallback={<Empty title={t().overview.noOverdue} hint={t().overview.noOverdueHint} />}
      >
        <ul class={css.list}>
          <Keyed each={props.overdue.rows} by={(row) => row.id}>
            {(row) => (
              <li class={css.item}>
                <a class={css.row} href={`/tasks/${row().id}`}>
                  <LightMark light="red" quiet />
                  <span class={css.code}>{row().code}</span>
                  <span class={css.task}>
                    {row().title}
                    <span class={css.period}>{row().periodLabel}</span>
                  </span>
                  <span class={css.unit}>{row().unit}</span>
                  <span class={css.late}>{t().overview.late(row().workingDaysLate)}</span>
                </a>
              </li>
            )}
          </Keyed>
        </ul>
      </Show>
    </section>
  );
}

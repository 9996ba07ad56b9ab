import { createMemo, createSignal, For, type JSX } from 'solid-js';
import { more, t } from '../../../i18n/language.ts';
import { Keyed } from '../../../parts/keyed.tsx';
import { markOf, monthsOf, placeAfter } from './months.ts';
import type { ShownDay } from './queries.ts';
import css from './year-view.module.css';

interface YearViewProps {
  days: readonly ShownDay[];
  chosen: string | null;
  onChoose: (day: string) => void;
}

/** What is read out of a day: its date, whether it is worked, of which holiday, and whose word it is. */
function spoken(day: ShownDay): string {
  const words = more().admin.calendar;
  return [
    t().date.weekday(day.day),
    words.marks[markOf(day)],
    ...(day.name === null ? [] : [day.name]),
    ...(day.word === null ? [] : [words.adminWord]),
  ].join(more().admin.comma);
}

/** A year as a wall calendar (年历). One stop of the tab key; the arrow keys move by day and by week. */
export function YearView(props: YearViewProps): JSX.Element {
  const [at, setAt] = createSignal(0);
  const months = createMemo(() => monthsOf(props.days));
  const place = createMemo(() => new Map(props.days.map(({ day }, index) => [day, index])));
  let root: HTMLDivElement | undefined;

  const move = (event: KeyboardEvent): void => {
    const next = placeAfter(event.key, at(), props.days.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    root?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  };
  return (
    <div class={css.year} ref={root}>
      <Keyed each={months()} by={({ key }) => key}>
        {(month) => (
          <section class={css.month} aria-label={t().date.month(month().key)}>
            <h2 class={css.name}>{t().date.shortMonth(month().key)}</h2>
            <div class={css.grid}>
              <For each={more().admin.calendar.weekdays}>
                {(name) => (
                  <span class={css.weekday} aria-hidden="true">
                    {name}
                  </span>
                )}
              </For>
              <Keyed each={month().days} by={({ day }) => day}>
                {(day, index) => (
                  <button
                    type="button"
                    class={css.day}
                    style={index() === 0 ? { 'grid-column-start': month().before + 1 } : {}}
                    data-mark={markOf(day())}
                    data-sign={more().admin.calendar.signs[markOf(day())]}
                    data-word={day().word ?? undefined}
                    aria-pressed={props.chosen === day().day}
                    aria-label={spoken(day())}
                    tabindex={place().get(day().day) === at() ? 0 : -1}
                    onFocus={() => setAt(place().get(day().day) ?? 0)}
                    onClick={() => props.onChoose(day().day)}
                    onKeyDown={move}
                  >
                    {Number(day().day.slice(8))}
                  </button>
                )}
              </Keyed>
            </div>
          </section>
        )}
      </Keyed>
    </div>
  );
}

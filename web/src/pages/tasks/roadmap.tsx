import { A } from '@solidjs/router';
import { createMemo, For, type JSX, Show } from 'solid-js';
import type { AssignmentRow } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Keyed } from '../../parts/keyed.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { useMe } from '../../session.ts';
import css from './roadmap.module.css';
import { type Span, spanOf, stretchOf, type Track, tracksOf } from './tracks.ts';

/** In shares of the time shown: 24 px on the narrowest page (WCAG 2.5.8). */
const NARROWEST_LINK = 0.05;

/** The assignments of one track as a list. */
const listOf = ({ code, bars }: Track): string =>
  `/tasks?${new URLSearchParams({ q: code, unit: String(bars[0]?.row.unit.id ?? '') })}`;

const percent = (share: number): string => `${share * 100}%`;

/** Whether rows are of more than one unit, of which no roadmap is drawn. */
export const isOfSeveralUnits = (rows: readonly AssignmentRow[]): boolean =>
  new Set(rows.map(({ unit }) => unit.id)).size > 1;

/** The year of one unit: tracks of bars from the opening to the due day, coloured by light, each a link. */
export function Roadmap(props: { rows: readonly AssignmentRow[] }): JSX.Element {
  const span = createMemo(() => spanOf(props.rows));
  return (
    <Show
      when={!isOfSeveralUnits(props.rows) && span()}
      fallback={<Empty title={t().tasks.pickUnit} hint={t().tasks.pickUnitHint} />}
    >
      {(shown) => <Tracks span={shown()} tracks={tracksOf(props.rows, shown())} />}
    </Show>
  );
}

function Tracks(props: { span: Span; tracks: readonly Track[] }): JSX.Element {
  const me = useMe();
  const now = () => stretchOf(me().today, me().today, props.span);
  return (
    <>
      <p class={css.hint}>{t().tasks.roadmapHint}</p>
      <section class={css.scroll} aria-label={t().tasks.roadmap}>
        <div class={css.map}>
          <div class={css.months} aria-hidden="true">
            <For each={props.span.months}>
              {({ month, start }) => (
                <span class={css.month} style={{ left: percent(start) }}>
                  {t().date.shortMonth(month)}
                </span>
              )}
            </For>
          </div>
          <ul>
            <Keyed each={props.tracks} by={(track) => track.code}>
              {(track) => (
                <li class={css.track}>
                  <A class={css.name} title={track().title} href={listOf(track())}>
                    <span class={css.code}>{track().code}</span>
                    {track().title}
                  </A>
                  <span class={css.bars}>
                    <span class={css.today} style={{ left: percent(now().start) }} />
                    <Keyed each={track().bars} by={({ row }) => row.id}>
                      {(bar) => <Bar row={bar().row} start={bar().start} length={bar().length} />}
                    </Keyed>
                  </span>
                </li>
              )}
            </Keyed>
          </ul>
        </div>
      </section>
    </>
  );
}

/** A bar that is too narrow to be hit leads nowhere itself: its track's name leads to the list of its bars. */
function Bar(props: { row: AssignmentRow; start: number; length: number }): JSX.Element {
  const place = () => ({ left: percent(props.start), width: percent(props.length) });
  const label = (): string => {
    const { row } = props;
    return [row.code, row.periodLabel, t().light[row.light], t().date.short(row.dueOn)].join(' · ');
  };
  return (
    <Show
      when={props.length >= NARROWEST_LINK}
      fallback={<span class={css.bar} data-light={props.row.light} title={label()} style={place()} />}
    >
      <A
        class={css.bar}
        data-light={props.row.light}
        href={`/tasks/${props.row.id}`}
        title={label()}
        aria-label={label()}
        style={place()}
      />
    </Show>
  );
}

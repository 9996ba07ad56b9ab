import { type JSX, Match, Show, Switch } from 'solid-js';
import type { Overview } from '../../api.ts';
import { percentOf } from '../../figures.ts';
import { t } from '../../i18n/language.ts';
import { Keyed } from '../../parts/keyed.tsx';
import { Changed } from '../../parts/marks/changed.tsx';
import css from './main-figures.module.css';

type Figure = Overview['figures'][number];

/** Shares are written as percentages, counts as they are. */
const isShare = (key: Figure['key']): boolean => key === 'completion' || key === 'timeliness';
const written = (key: Figure['key'], value: number): string =>
  isShare(key) ? percentOf(value) : t().common.count(value);

/** How a figure stands against the end of last month. */
function Difference(props: { figure: Figure }): JSX.Element {
  const by = (): number | null => {
    const { value, previous } = props.figure;
    return value === null || previous === null ? null : value - previous;
  };
  const size = (): string => {
    const text = written(props.figure.key, Math.abs(by() ?? 0));
    return isShare(props.figure.key) ? t().overview.points(text) : text;
  };
  return (
    <Switch fallback={<span>{t().overview.noPrevious}</span>}>
      <Match when={by() === 0}>
        <span>{t().overview.same}</span>
      </Match>
      <Match when={by() !== null}>
        <span>{t().overview.since}</span>
        <b class={css.by}>{`${(by() ?? 0) > 0 ? '↑' : '↓'} ${size()}`}</b>
      </Match>
    </Switch>
  );
}

/** The four figures that matter (办结率、按时率、逾期、待核验), each with its change since the end of last month. */
export function MainFigures(props: { figures: readonly Figure[] }): JSX.Element {
  return (
    <section aria-label={t().overview.figures}>
      <dl class={css.figures}>
        <Keyed each={props.figures} by={(figure) => figure.key}>
          {(figure) => (
            <div
              class={css.figure}
              data-worst={figure().key === 'overdue' && (figure().value ?? 0) > 0 ? '' : undefined}
            >
              <dt class={css.name}>{t().overview.figure[figure().key]}</dt>
              <dd class={css.value}>
                <Changed value={figure().value}>
                  <Show when={figure().value !== null} fallback={t().common.missing}>
                    {written(figure().key, figure().value ?? 0)}
                    <small class={css.unit}>{t().overview.unit[figure().key]}</small>
                  </Show>
                </Changed>
              </dd>
              <dd class={css.difference}>
                <Show when={figure().value !== null} fallback={t().overview.notYet}>
                  <Difference figure={figure()} />
                </Show>
              </dd>
            </div>
          )}
        </Keyed>
      </dl>
    </section>
  );
}

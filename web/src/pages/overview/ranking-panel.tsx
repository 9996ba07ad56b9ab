import { A } from '@solidjs/router';
import { createMemo, type JSX, lazy, Show, Suspense } from 'solid-js';
import type { RankingGroup } from '../../../../db/vocabulary.ts';
import type { Overview } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Tabs } from '../../parts/forms/tabs.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { useView } from '../../parts/view.ts';
import { RankingList } from './ranking-list.tsx';
import css from './ranking-panel.module.css';

const TrendChart = lazy(() => import('../../charts/trend-chart.tsx'));
const VIEWS = ['list', 'trend'] as const;

/** The ranking of one group, as a list of bars or as the lines of the last weeks. */
export function RankingPanel(props: { overview: Overview; group: RankingGroup }): JSX.Element {
  const [view, setView] = useView(`${props.group}View`, VIEWS);
  const ranking = createMemo(() => props.overview.rankings.find(({ group }) => group === props.group));
  const rows = () => ranking()?.rows ?? [];
  const title = (): string => ranking()?.name || t().group[props.group];
  const settled = (): string[] => {
    const year = ranking()?.settled?.year;
    return year === undefined ? [] : [t().scores.settledYear(year)];
  };
  return (
    <section class={css.panel} aria-labelledby={`ranking-${props.group}`}>
      <div class={css.head}>
        <h2 id={`ranking-${props.group}`} class={css.title}>
          {[title(), t().overview.rankings, ...settled()].join(' · ')}
        </h2>
        <Tabs
          label={title()}
          options={VIEWS.map((key) => ({ key, name: t().overview[key] }))}
          chosen={view()}
          onChoose={setView}
        />
        <A class={css.more} href={`/ranking?group=${props.group}`}>
          {t().overview.whole}
        </A>
      </div>
      <Show
        when={rows().length > 0}
        fallback={<Empty title={t().ranking.empty} hint={t().ranking.emptyHint} />}
      >
        <Show
          when={view() === 'trend'}
          fallback={<RankingList group={props.group} title={title()} rows={rows()} />}
        >
          <Suspense fallback={<div class={css.chart} />}>
            <TrendChart day={props.overview.day} group={props.group} rows={rows()} title={title()} />
          </Suspense>
        </Show>
      </Show>
    </section>
  );
}

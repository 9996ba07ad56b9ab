import { useQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import type { Overview as Data } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { Later } from '../../parts/later.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { queries } from '../../queries.ts';
import { ChapterProgress } from './chapter-progress.tsx';
import { MainFigures } from './main-figures.tsx';
import { OverdueList } from './overdue-list.tsx';
import css from './overview.module.css';
import { PhaseStrip } from './phase-strip.tsx';
import { RankingPanel } from './ranking-panel.tsx';

/** What a leader looks at (总览): four figures, both rankings, what is overdue now, and how the plan goes on. */
export default function Overview(): JSX.Element {
  const overview = useQuery(() => queries.overview());
  // Coming back, all is there at once, so that the browser finds the place where one was.
  const first = overview.isPending;
  return (
    <>
      <PageHead
        title={t().overview.title}
        aside={
          <Show when={!overview.isPending && overview.data}>
            {(data) => t().overview.asOf(t().date.time(data().asOf))}
          </Show>
        }
      />
      <Answered query={overview} waiting={<Waiting />}>
        {(data) => (
          <>
            <MainFigures figures={data().figures} />
            <div class={css.rankings}>
              <For each={data().rankings.map(({ group }) => group)}>
                {(group) => <RankingPanel overview={data()} group={group} />}
              </For>
            </div>
            <Show when={first} fallback={<Below overview={data()} />}>
              <Later>
                <Below overview={data()} />
              </Later>
            </Show>
          </>
        )}
      </Answered>
    </>
  );
}

/** What stands below the first view: what is overdue, and how the plan goes on. */
function Below(props: { overview: Data }): JSX.Element {
  return (
    <>
      <OverdueList overdue={props.overview.overdue} />
      <PhaseStrip phases={props.overview.phases} />
      <ChapterProgress chapters={props.overview.chapters} />
    </>
  );
}

/** The same places, still empty. */
function Waiting(): JSX.Element {
  return (
    <>
      <div class={css.figuresWaiting}>
        <Skeleton lines={3} />
      </div>
      <div class={css.rankings}>
        <Skeleton lines={12} tall />
        <Skeleton lines={12} tall />
      </div>
    </>
  );
}

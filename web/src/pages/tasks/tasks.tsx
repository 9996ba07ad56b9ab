import { A, useSearchParams } from '@solidjs/router';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/solid-query';
import { createMemo, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { DownloadLink } from '../../parts/download-link.tsx';
import { Button } from '../../parts/forms/button.tsx';
import { Tabs } from '../../parts/forms/tabs.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { useView } from '../../parts/view.ts';
import { tasksKey } from '../../queries.ts';
import { useMe } from '../../session.ts';
import { FilterBar } from './filter-bar.tsx';
import { LightFilter } from './light-filter.tsx';
import { Roadmap } from './roadmap.tsx';
import { isNarrowed, readFilter, VIEWS } from './task-filter.ts';
import { firstPage, ORDERS, type Order, type PageStart, type ReadPage, readPage } from './task-pages.ts';
import { TaskTable } from './task-table.tsx';
import css from './tasks.module.css';

const PAGE = 50;
/** A roadmap wants the whole year at once. */
const ROADMAP_PAGE = 200;

/** The responsibility list (责任清单): filtered, grouped, as a list or as a roadmap. */
export default function Tasks(): JSX.Element {
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const [view, setView] = useView('view', VIEWS);
  const filter = createMemo(() => readFilter(search));
  const order = (): Order =>
    view() === 'roadmap' ? 'due' : (ORDERS.find((each) => each === search.order) ?? 'urgency');
  const limit = (): number => (view() === 'roadmap' ? ROADMAP_PAGE : PAGE);
  const pages = useInfiniteQuery(() => ({
    queryKey: tasksKey(filter(), order(), limit()),
    queryFn: ({ pageParam }: { pageParam: PageStart }) => readPage(pageParam, filter(), limit()),
    initialPageParam: firstPage(filter(), order()),
    getNextPageParam: (last: ReadPage) => last.following,
    placeholderData: keepPreviousData,
  }));
  const clear = (): void =>
    setSearch({ unit: null, light: null, state: null, chapter: null, month: null, q: null });

  return (
    <>
      <PageHead title={t().tasks.title}>
        <Show when={me().can.includes('chat.paste')}>
          <A class={css.link} href="/paste">
            {t().paste.link}
          </A>
        </Show>
        <Show when={me().can.includes('plan.edit')}>
          <A class={css.link} href="/wordings">
            {t().wordings.link}
          </A>
        </Show>
        <Tabs
          label={t().tasks.view}
          options={VIEWS.map((key) => ({ key, name: t().tasks[key] }))}
          chosen={view()}
          onChoose={setView}
        />
      </PageHead>
      <FilterBar filter={filter()} />
      <Answered query={pages} waiting={<Skeleton lines={12} tall />}>
        {(data) => {
          const rows = createMemo(() => data().pages.flatMap((page) => page.rows));
          return (
            <>
              <div class={css.lights}>
                <LightFilter counts={data().pages[0]?.counts} chosen={filter().light} />
                <Show when={isNarrowed(filter())}>
                  <Button look="words" onClick={clear}>
                    {t().tasks.clear}
                  </Button>
                </Show>
              </div>
              <Show
                when={rows().length > 0}
                fallback={<NoTasks narrowed={isNarrowed(filter())} onClear={clear} />}
              >
                <div class={css.rows} aria-busy={pages.isPlaceholderData}>
                  <Show when={view() === 'roadmap'} fallback={<TaskTable rows={rows()} />}>
                    <Roadmap rows={rows()} />
                  </Show>
                </div>
                <p class={css.more}>
                  <span>{t().tasks.shown(rows().length)}</span>
                  <DownloadLink href={`/api/tasks/list.xlsx?${new URLSearchParams(filter())}`}>
                    {t().excel.taskList}
                  </DownloadLink>
                  <Show when={pages.hasNextPage}>
                    <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                      {t().common.more}
                    </Button>
                  </Show>
                </p>
              </Show>
            </>
          );
        }}
      </Answered>
    </>
  );
}

function NoTasks(props: { narrowed: boolean; onClear: () => void }): JSX.Element {
  return (
    <Show when={props.narrowed} fallback={<Empty title={t().tasks.none} hint={t().tasks.noneHint} />}>
      <Empty title={t().tasks.empty} hint={t().tasks.emptyHint}>
        <Button onClick={() => props.onClear()}>{t().tasks.clear}</Button>
      </Empty>
    </Show>
  );
}

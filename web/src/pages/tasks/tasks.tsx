import { A, useSearchParams } from '@solidjs/router';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/solid-query';
import { createMemo, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { Tabs } from '../../parts/forms/tabs.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { useView } from '../../parts/view.ts';
import { tasksKey } from '../../queries.ts';
import { useMe } from '../../session.ts';
import { FilterBar } from './filter-bar.tsx';
import { readFilter, VIEWS } from './task-filter.ts';
import { TaskList } from './task-list.tsx';
import { firstPage, ORDERS, type Order, type PageStart, type ReadPage, readPage } from './task-pages.ts';
import css from './tasks.module.css';

/** What is first seen of a list, and what is read on at a time: a roadmap wants the whole year at once. */
const PAGE = { first: 50, following: 200 };

/** The responsibility list (责任清单): filtered, grouped, as a list or as a roadmap. */
export default function Tasks(): JSX.Element {
  const me = useMe();
  const [search] = useSearchParams();
  const [view, setView] = useView('view', VIEWS);
  const filter = createMemo(() => readFilter(search));
  const order = (): Order =>
    view() === 'roadmap' ? 'due' : (ORDERS.find((each) => each === search.order) ?? 'urgency');
  const limit = (): number => (view() === 'roadmap' ? PAGE.following : PAGE.first);
  const pages = useInfiniteQuery(() => ({
    queryKey: tasksKey(filter(), order(), limit()),
    queryFn: ({ pageParam }: { pageParam: PageStart }) =>
      readPage(pageParam, filter(), pageParam.after === undefined ? limit() : PAGE.following),
    initialPageParam: firstPage(filter(), order()),
    getNextPageParam: (last: ReadPage) => last.following,
    placeholderData: keepPreviousData,
  }));

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
        {(data) => (
          <TaskList pages={pages} read={data().pages} filter={filter()} roadmap={view() === 'roadmap'} />
        )}
      </Answered>
    </>
  );
}

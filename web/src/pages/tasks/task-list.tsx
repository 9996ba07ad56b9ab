import { useSearchParams } from '@solidjs/router';
import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/solid-query';
import { createMemo, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { DownloadLink } from '../../parts/download-link.tsx';
import { Button } from '../../parts/forms/button.tsx';
import { whenNear } from '../../parts/near.ts';
import { createPrinting } from '../../parts/printing.ts';
import { Empty } from '../../parts/states/empty.tsx';
import { LightFilter } from './light-filter.tsx';
import { isOfSeveralUnits, Roadmap } from './roadmap.tsx';
import { isNarrowed, type TaskFilter } from './task-filter.ts';
import { type ReadPage, totalOf } from './task-pages.ts';
import { TaskTable } from './task-table.tsx';
import css from './tasks.module.css';

/** A list of more than so many keeps only the lines about the window in the page (design: interface.md, Manners). */
const LONG = 200;

interface TaskListProps {
  pages: UseInfiniteQueryResult<InfiniteData<ReadPage>>;
  /** The pages that were read so far. */
  read: readonly ReadPage[];
  filter: TaskFilter;
  roadmap: boolean;
}

/** What was found: how many of each light, the rows as a list that is read on as one scrolls, or as a roadmap. */
export function TaskList(props: TaskListProps): JSX.Element {
  const [search, setSearch] = useSearchParams();
  const printing = createPrinting();
  const rows = createMemo(() => props.read.flatMap((page) => page.rows));
  const counts = () => props.read[0]?.counts;
  const long = createMemo(() => {
    const known = counts();
    return known !== undefined && totalOf(known) > LONG && !printing();
  });
  /** Grouped, what is read on may stand above what one looks at: there it is asked for by the button. */
  const readsOn = (): boolean =>
    !props.roadmap &&
    search.group === undefined &&
    props.pages.hasNextPage &&
    !props.pages.isFetching &&
    !props.pages.isFetchNextPageError;
  const clear = (): void =>
    setSearch({ unit: null, light: null, state: null, chapter: null, month: null, q: null });
  let foot: HTMLElement | undefined;
  whenNear(
    () => foot,
    () => [rows(), props.pages.isFetching],
    () => {
      if (readsOn()) void props.pages.fetchNextPage();
    },
  );

  return (
    <>
      <div class={css.lights}>
        <LightFilter counts={counts()} chosen={props.filter.light} />
        <Show when={isNarrowed(props.filter)}>
          <Button look="words" onClick={clear}>
            {t().tasks.clear}
          </Button>
        </Show>
        <span class={css.file}>
          <DownloadLink href={`/api/tasks/list.xlsx?${new URLSearchParams(props.filter)}`}>
            {t().excel.taskList}
          </DownloadLink>
        </span>
      </div>
      <Show
        when={rows().length > 0}
        fallback={<NoTasks narrowed={isNarrowed(props.filter)} onClear={clear} />}
      >
        <div class={css.rows} aria-busy={props.pages.isPlaceholderData}>
          <Show when={props.roadmap} fallback={<TaskTable rows={rows()} long={long()} />}>
            <Roadmap rows={rows()} />
          </Show>
        </div>
        <p
          ref={(place) => (foot = place)}
          class={css.more}
          hidden={props.roadmap && isOfSeveralUnits(rows())}
        >
          <span>{t().tasks.shown(rows().length)}</span>
          <Show when={props.pages.hasNextPage}>
            <Button busy={props.pages.isFetchingNextPage} onClick={() => void props.pages.fetchNextPage()}>
              {t().common.more}
            </Button>
          </Show>
        </p>
      </Show>
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

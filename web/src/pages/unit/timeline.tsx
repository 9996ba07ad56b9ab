import { A } from '@solidjs/router';
import { useInfiniteQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { EvidenceList } from '../../parts/evidence/evidence-list.tsx';
import { Button } from '../../parts/forms/button.tsx';
import { type readTimeline, scoreQueries } from '../../parts/score/queries.ts';
import { Answered } from '../../parts/states/answered.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import css from './timeline.module.css';

/** What was said and done about a unit's tasks (单位动态), newest first, in its own words and with its pictures. */
export function Timeline(props: { unitId: number }): JSX.Element {
  const timeline = useInfiniteQuery(() => scoreQueries.timeline(props.unitId));
  return (
    <section class={css.timeline} aria-labelledby="timeline">
      <h2 id="timeline" class={css.title}>
        {t().scores.timeline}
      </h2>
      <Answered query={timeline} waiting={<Skeleton lines={8} />}>
        {(data) => {
          const rows = () => data().pages.flatMap((page) => page.rows);
          return (
            <Show
              when={rows().length > 0}
              fallback={<Empty title={t().scores.noTimeline} hint={t().scores.noTimelineHint} />}
            >
              <ol>
                <For each={rows()}>{(row) => <Entry row={row} />}</For>
              </ol>
              <Show when={timeline.hasNextPage}>
                <Button busy={timeline.isFetchingNextPage} onClick={() => void timeline.fetchNextPage()}>
                  {t().common.more}
                </Button>
              </Show>
            </Show>
          );
        }}
      </Answered>
    </section>
  );
}

type Row = Awaited<ReturnType<typeof readTimeline>>['rows'][number];

/** What a record says besides the message: figures and words, whichever there are. */
function saidBy({ percent, count, note, reason }: Row): string {
  return [
    percent === null ? null : `${percent}%`,
    count === null ? null : t().common.count(count),
    note,
    reason,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function Entry(props: { row: Row }): JSX.Element {
  return (
    <li class={css.entry} data-undone={props.row.undone ? '' : undefined}>
      <p class={css.head}>
        <b>{t().record[props.row.kind]}</b>
        <A href={`/tasks/${props.row.assignmentId}`}>
          {`${props.row.code} ${props.row.title} · ${props.row.periodLabel}`}
        </A>
        <Show when={props.row.undone}>
          <span class={css.quiet}>{t().task.undone}</span>
        </Show>
        <span class={css.quiet}>
          {[props.row.person, t().channel[props.row.channel], t().date.time(props.row.at)]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
      </p>
      <Show when={saidBy(props.row) !== ''}>
        <p>{saidBy(props.row)}</p>
      </Show>
      <Show when={props.row.message}>
        <blockquote class={css.bubble}>{props.row.message}</blockquote>
      </Show>
      <Show when={props.row.evidence.length > 0}>
        <EvidenceList files={props.row.evidence} />
      </Show>
    </li>
  );
}

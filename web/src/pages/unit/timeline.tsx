import { A } from '@solidjs/router';
import { useInfiniteQuery } from '@tanstack/solid-query';
import { For, type JSX, Show } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { ChatText } from '../../parts/chat/chat-text.tsx';
import { EvidenceList } from '../../parts/evidence/evidence-list.tsx';
import { Button } from '../../parts/forms/button.tsx';
import { Icon } from '../../parts/marks/icon.tsx';
import { scoreQueries } from '../../parts/score/queries.ts';
import { Answered } from '../../parts/states/answered.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { useMe } from '../../session.ts';
import { daysOf, type TimelineRow } from './days.ts';
import css from './timeline.module.css';

/** What was said and done about a unit's tasks (单位动态), the latest day first and each day from its morning on. */
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
              <For each={daysOf(rows())}>
                {(day) => (
                  <section class={css.day} aria-label={t().date.weekday(day.day)}>
                    <h3 class={css.date}>{t().date.weekday(day.day)}</h3>
                    <ol>
                      <For each={day.rows}>{(row) => <Line row={row} />}</For>
                    </ol>
                  </section>
                )}
              </For>
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

/** A line of the timeline: in chat the unit speaks on the right and the bot on the left, all else stands between. */
function Line(props: { row: TimelineRow }): JSX.Element {
  const speaker = (): string => (props.row.line === 'said' ? t().chat.bot : (props.row.speaker ?? ''));
  return (
    <Show
      when={props.row.line !== 'recorded'}
      fallback={
        <li class={css.noted}>
          <Records row={props.row} />
        </li>
      }
    >
      <li class={css.line} data-mine={props.row.line === 'heard' ? '' : undefined}>
        <p class={css.quiet}>{`${speaker()} ${t().date.clock(props.row.at)}`}</p>
        <blockquote class={css.bubble}>
          <ChatText text={props.row.text ?? ''} />
          <Show when={props.row.fileName}>
            {(name) => (
              <span class={css.file}>
                <Icon name="file" />
                {name()}
              </span>
            )}
          </Show>
        </blockquote>
        <Records row={props.row} />
      </li>
    </Show>
  );
}

/** What a line was recorded as, with the way to it. */
function Records(props: { row: TimelineRow }): JSX.Element {
  return (
    <For each={props.row.records}>
      {(record) => <Entry record={record} inChat={props.row.text !== null} />}
    </For>
  );
}

type TimelineRecord = TimelineRow['records'][number];

/** What a record says: figures and words, whichever there are. */
function saidBy({ percent, count, note, reason }: TimelineRecord): string {
  return [
    percent === null ? null : `${percent}%`,
    count === null ? null : t().common.count(count),
    note,
    reason,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function Entry(props: { record: TimelineRecord; inChat: boolean }): JSX.Element {
  const me = useMe();
  const task = (): string => `${props.record.code} ${props.record.title} · ${props.record.periodLabel}`;
  return (
    <div class={css.entry} data-undone={props.record.undone ? '' : undefined}>
      <p class={css.head}>
        <b>{t().record[props.record.kind]}</b>
        <Show when={me().can.includes('assignment.see')} fallback={<span>{task()}</span>}>
          <A href={`/tasks/${props.record.assignmentId}`}>{task()}</A>
        </Show>
        <Show when={saidBy(props.record) !== ''}>
          <span>{saidBy(props.record)}</span>
        </Show>
        <Show when={props.record.undone}>
          <span class={css.quiet}>{t().task.undone}</span>
        </Show>
        <Show when={!props.inChat}>
          <span class={css.quiet}>
            {[props.record.person, t().channel[props.record.channel], t().date.clock(props.record.at)]
              .filter((part) => part !== null)
              .join(' · ')}
          </span>
        </Show>
      </p>
      <Show when={props.record.evidence.length > 0}>
        <EvidenceList files={props.record.evidence} plain={!me().can.includes('evidence.see')} />
      </Show>
    </div>
  );
}

import { useParams } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { type JSX, Show } from 'solid-js';
import type { AssignmentDetail } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { BackLink } from '../../parts/back-link/back-link.tsx';
import { History } from '../../parts/history/history.tsx';
import { Changed } from '../../parts/marks/changed.tsx';
import { LightMark } from '../../parts/marks/light-mark.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { queries } from '../../queries.ts';
import NotFound from '../not-found/not-found.tsx';
import { Facts } from './facts.tsx';
import css from './task.module.css';
import { TaskActions } from './task-actions.tsx';
import { useTask } from './use-task.ts';

/** One assignment (交办): what it asks for, what has happened, and what the viewer may do now. */
export default function Task(): JSX.Element {
  const params = useParams();
  const id = (): number => Number(params.id);
  return (
    <Show when={Number.isSafeInteger(id()) && id() > 0} fallback={<NotFound />}>
      <Opened id={id()} />
    </Show>
  );
}

function Opened(props: { id: number }): JSX.Element {
  const task = useQuery(() => queries.task(props.id));
  return (
    <>
      <BackLink href="/tasks">{t().tasks.title}</BackLink>
      <Answered query={task} waiting={<Skeleton lines={8} />}>
        {(detail) => <Detail detail={detail()} id={props.id} />}
      </Answered>
    </>
  );
}

function Detail(props: { detail: AssignmentDetail; id: number }): JSX.Element {
  const deeds = useTask(() => props.id);
  const row = () => props.detail.assignment;
  return (
    <>
      <PageHead title={`${row().code} ${row().title}`} aside={`${row().unit.name} · ${row().periodLabel}`} />
      <p class={css.standing}>
        <Changed value={row().light}>
          <LightMark light={row().light} />
        </Changed>
        <Changed value={row().state}>
          <b>{t().state[row().state]}</b>
        </Changed>
      </p>
      <div class={css.columns}>
        <div class={css.main}>
          <Facts detail={props.detail} />
          <section aria-labelledby="history">
            <h2 id="history" class={css.title}>
              {t().task.history}
            </h2>
            <ProblemNote error={deeds.undo.error} />
            <History
              records={props.detail.records}
              undoable={props.detail.can.undo}
              undoing={deeds.undo.isPending}
              onUndo={(recordId) => deeds.undo.mutate(recordId)}
            />
          </section>
        </div>
        <aside class={css.side}>
          <TaskActions detail={props.detail} deeds={deeds} />
        </aside>
      </div>
    </>
  );
}

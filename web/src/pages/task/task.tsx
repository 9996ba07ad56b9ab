import { useQuery } from '@tanstack/solid-query';
import type { JSX } from 'solid-js';
import type { AssignmentDetail } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { BackLink } from '../../parts/back-link/back-link.tsx';
import { ByNumber } from '../../parts/by-number.tsx';
import { History } from '../../parts/history/history.tsx';
import { Columns } from '../../parts/layout/columns.tsx';
import { Section } from '../../parts/layout/section.tsx';
import { Changed } from '../../parts/marks/changed.tsx';
import { LightMark } from '../../parts/marks/light-mark.tsx';
import { PageHead } from '../../parts/page-head.tsx';
import { Answered } from '../../parts/states/answered.tsx';
import { ProblemNote } from '../../parts/states/problem-note.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { queries } from '../../queries.ts';
import { Facts } from './facts.tsx';
import css from './task.module.css';
import { TaskActions } from './task-actions.tsx';
import { useTask } from './use-task.ts';

/** One assignment (交办): what it asks for, what has happened, and what the viewer may do now. */
export default function Task(): JSX.Element {
  return <ByNumber>{(id) => <Opened id={id} />}</ByNumber>;
}

function Opened(props: { id: number }): JSX.Element {
  const task = useQuery(() => queries.task(props.id));
  return (
    <>
      <BackLink href="/tasks">{t().tasks.title}</BackLink>
      <Answered whole query={task} waiting={<Skeleton lines={8} />}>
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
      <Columns side={<TaskActions detail={props.detail} deeds={deeds} />}>
        <Facts detail={props.detail} />
        <Section name="history" title={t().task.history}>
          <ProblemNote error={deeds.undo.error} />
          <History
            records={props.detail.records}
            undoable={props.detail.can.undo}
            undoing={deeds.undo.isPending}
            onUndo={(recordId) => deeds.undo.mutate(recordId)}
          />
        </Section>
      </Columns>
    </>
  );
}

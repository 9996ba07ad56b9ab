import { useMutation, useQuery, useQueryClient } from '@tanstack/solid-query';
import { type JSX, Show } from 'solid-js';
import { more, t } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import { Keyed } from '../../../parts/keyed.tsx';
import { PageHead } from '../../../parts/page-head.tsx';
import { Answered } from '../../../parts/states/answered.tsx';
import { Empty } from '../../../parts/states/empty.tsx';
import { ProblemNote } from '../../../parts/states/problem-note.tsx';
import { Skeleton } from '../../../parts/states/skeleton.tsx';
import { useMe } from '../../../session.ts';
import css from './jobs.module.css';
import { type JobList, jobsQuery, runNow, type ShownJob, switchJob } from './queries.ts';
import { Outcome, Runs } from './runs.tsx';
import { whenOf } from './when.ts';

/** The jobs that run by the clock (定时任务): what each does, when next, how it went, and a hand on each. */
export default function Jobs(): JSX.Element {
  const jobs = useQuery(() => jobsQuery());
  return (
    <>
      <PageHead title={more().admin.jobs.title} aside={more().admin.jobs.about} />
      <Answered query={jobs} waiting={<Skeleton lines={10} />}>
        {(data) => (
          <Show when={data().jobs.length > 0} fallback={<Empty title={more().admin.jobs.none} />}>
            <Keyed each={data().jobs} by={({ name }) => name}>
              {(job) => <Job job={job()} />}
            </Keyed>
          </Show>
        )}
      </Answered>
    </>
  );
}

/** The name of a job in the language in use, and when it runs; what the server says where we have no words. */
const nameOf = (job: ShownJob): string => more().admin.jobs.names[job.name] ?? job.what;

function whenText({ cron }: ShownJob): string {
  const when = whenOf(cron);
  return when === null ? cron : more().admin.jobs.when(when);
}

function useJob(name: () => string) {
  const client = useQueryClient();
  const onSuccess = (answer: JobList): void => void client.setQueryData(jobsQuery().queryKey, answer);
  return {
    run: useMutation(() => ({ mutationFn: () => runNow(name()), onSuccess })),
    turn: useMutation(() => ({ mutationFn: (paused: boolean) => switchJob(name(), paused), onSuccess })),
  };
}

function Job(props: { job: ShownJob }): JSX.Element {
  const me = useMe();
  const deeds = useJob(() => props.job.name);
  const words = () => more().admin.jobs;
  const last = () => props.job.runs[0];
  const going = (): boolean => last()?.endedAt === null;
  const mayRun = (): boolean => me().can.includes('job.run');
  return (
    <section class={css.job} aria-labelledby={`job-${props.job.name}`}>
      <div class={css.what}>
        <h2 id={`job-${props.job.name}`}>{nameOf(props.job)}</h2>
        <p class={css.when}>
          {whenText(props.job)}
          <Show
            when={props.job.paused}
            fallback={<span> · {words().next(t().date.time(props.job.nextAt))}</span>}
          >
            {(paused) => <b> · {words().pausedSince(t().date.time(paused().at), paused().by)}</b>}
          </Show>
        </p>
      </div>
      <div class={css.last}>
        <Show when={last()} fallback={<span class={css.when}>{words().never}</span>}>
          {(run) => <Outcome run={run()} />}
        </Show>
      </div>
      <Show when={mayRun()}>
        <div class={css.buttons}>
          <Button busy={deeds.run.isPending} disabled={going()} onClick={() => deeds.run.mutate()}>
            {words().runNow}
          </Button>
          <Button
            look="words"
            busy={deeds.turn.isPending}
            onClick={() => deeds.turn.mutate(props.job.paused === null)}
          >
            {props.job.paused === null ? words().pause : words().resume}
          </Button>
        </div>
      </Show>
      <div class={css.wide}>
        <ProblemNote error={deeds.run.error ?? deeds.turn.error} />
        <Show when={props.job.runs.length > 0}>
          <details>
            <summary class={css.summary}>{words().lastRuns(props.job.runs.length)}</summary>
            <Runs runs={props.job.runs} />
          </details>
        </Show>
      </div>
    </section>
  );
}

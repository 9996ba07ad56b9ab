import { queryOptions } from '@tanstack/solid-query';
import { answer, server } from '../../../api.ts';

const list = () => answer(server.jobs.$get());

/** The timetable with its latest runs. */
export const jobsQuery = () => queryOptions({ queryKey: ['jobs'], queryFn: list });

export type JobList = Awaited<ReturnType<typeof list>>;
export type ShownJob = JobList['jobs'][number];
export type ShownRun = ShownJob['runs'][number];

const job = server.jobs[':job'];

/** Starts a job by hand. */
export const runNow = (name: string) => answer(job.runs.$post({ param: { job: name } }));
/** Pauses a job, or lets it go on. */
export const switchJob = (name: string, paused: boolean) =>
  answer(job.switch.$post({ param: { job: name }, json: { paused } }));

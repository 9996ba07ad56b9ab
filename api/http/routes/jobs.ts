import { Hono } from 'hono';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { found } from '../../errors.ts';
import { pauseJob, requestRun } from '../../services/jobs/direct-jobs.ts';
import { showJobs } from '../../services/jobs/show-jobs.ts';
import { jobList } from '../answers/jobs.ts';
import type { Doors } from '../doors.ts';
import { valid } from '../valid.ts';

const which = z.object({ job: z.string().max(60) });
const described = (summary: string) => ({ tag: '管理', summary, answer: jobList });

/** 定时任务: the timetable with its runs; running one by hand, pausing, resuming. */
export const jobRoutes = ({ allow, house }: Doors) => {
  const timetable = async () => (await house.timetable?.()) ?? [];
  const known = async (name: string): Promise<string> =>
    found(
      (await timetable()).find((each) => each.name === name),
      '定时任务',
    ).name;
  const shown = async (ctx: Context) => ({ jobs: await showJobs(ctx, await timetable()) });
  return new Hono()
    .get('/', allow('job.see', described('定时任务和最近的运行')), async (c) =>
      c.json(await shown(c.var.ctx)),
    )
    .post('/:job/runs', allow('job.run', described('立即运行')), valid('param', which), async (c) => {
      await requestRun(c.var.ctx, await known(c.req.valid('param').job));
      return c.json(await shown(c.var.ctx));
    })
    .post(
      '/:job/switch',
      allow('job.run', described('暂停或恢复')),
      valid('param', which),
      valid('json', z.object({ paused: z.boolean() })),
      async (c) => {
        await pauseJob(c.var.ctx, await known(c.req.valid('param').job), c.req.valid('json').paused);
        return c.json(await shown(c.var.ctx));
      },
    );
};

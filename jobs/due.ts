/** When a job is due, and which of its missed runs still make sense (time.md, "Jobs"). */
import { CronExpressionParser } from 'cron-parser';
import { dayOf } from '../api/domain/time/day.ts';
import type { Job } from './job.ts';

const ZONE = 'Asia/Shanghai';
/** No job makes up more runs than this at once, however long the product was down. */
const MOST_MADE_UP = 100;
/** A run found due within this is not late. */
const ON_TIME_MS = 60_000;

/** The last instant, `now` included, that the job was due at. */
export function lastDue(job: Pick<Job, 'cron'>, now: Date): Date {
  const justAfter = new Date(now.getTime() + 1);
  return CronExpressionParser.parse(job.cron, { tz: ZONE, currentDate: justAfter }).prev().toDate();
}

/** The next instant after `now` that the job is due at. */
export function nextDue(job: Pick<Job, 'cron'>, now: Date): Date {
  return CronExpressionParser.parse(job.cron, { tz: ZONE, currentDate: now }).next().toDate();
}

/** The instants after `since` up to `now` that the job was due at, the latest of them where they are too many. */
function dueBetween(job: Pick<Job, 'cron'>, since: Date, now: Date): Date[] {
  const back = CronExpressionParser.parse(job.cron, { tz: ZONE, currentDate: new Date(now.getTime() + 1) });
  const found: Date[] = [];
  while (found.length < MOST_MADE_UP) {
    const due = back.prev().toDate();
    if (due <= since) break;
    found.unshift(due);
  }
  return found;
}

/** Whether a run found due at `now` still makes sense, `isLast` where none is due after it. */
export function worthRunning(
  { catchUp }: Pick<Job, 'catchUp'>,
  due: Date,
  now: Date,
  isLast: boolean,
): boolean {
  switch (catchUp) {
    case 'always':
      return true;
    case 'last':
      return isLast;
    case 'today':
      return isLast && dayOf(due) === dayOf(now);
    case 'never':
      return isLast && now.getTime() - due.getTime() < ON_TIME_MS;
  }
}

/** The runs that a job owes at `now`, the earliest first. `since` is its last run; null where it never ran. */
export function owed(job: Pick<Job, 'cron' | 'catchUp'>, since: Date | null, now: Date): Date[] {
  const due = since === null ? [lastDue(job, now)] : dueBetween(job, since, now);
  return due.filter((each, index) => worthRunning(job, each, now, index === due.length - 1));
}

import type { AssignmentState, Day } from '../../../db/vocabulary.ts';
import { type ProgressRecord, standing } from './record.ts';

/** Where an assignment stands (办理情况). */
export interface Standing {
  state: AssignmentState;
  /** 0–100, as last stated; 100 once submitted. Null where nobody has said. */
  percent: number | null;
  /** How many were done in the period, as last stated: a later figure replaces an earlier, so a repeat adds nothing. */
  count: number | null;
  /** The due day after the extensions granted. */
  dueOn: Day;
  /** When the submission was made that waits or was accepted. */
  submittedAt: Date | null;
  closedAt: Date | null;
  /** When the unit last said anything about its progress. */
  reportedAt: Date | null;
  /** The day asked for, while an extension waits for the office. */
  extensionUntil: Day | null;
}

const fresh = (firstDueOn: Day): Standing => ({
  state: 'open',
  percent: null,
  count: null,
  dueOn: firstDueOn,
  submittedAt: null,
  closedAt: null,
  reportedAt: null,
  extensionUntil: null,
});

const reported = (now: Standing, record: ProgressRecord): Standing => ({
  ...now,
  percent: record.percent ?? now.percent,
  count: record.count ?? now.count,
  reportedAt: record.at,
});

/** What one more record makes of a standing. */
function after(now: Standing, record: ProgressRecord): Standing {
  switch (record.kind) {
    case 'reported':
      // Returned stays to be seen until the unit submits again.
      return { ...reported(now, record), state: now.state === 'open' ? 'active' : now.state };
    case 'submitted':
      // The percentage is what was said before: it comes back into force with a return.
      return {
        ...reported(now, { ...record, percent: null }),
        state: 'submitted',
        submittedAt: record.at,
      };
    case 'verified':
      // A request that nobody had answered needs no answer any more.
      return { ...now, state: 'done', closedAt: record.at, extensionUntil: null };
    case 'returned':
      return { ...now, state: 'returned', submittedAt: null };
    case 'extensionAsked':
      return { ...now, extensionUntil: record.untilOn };
    case 'extensionGranted':
      return { ...now, extensionUntil: null, dueOn: record.untilOn ?? now.dueOn };
    case 'extensionRefused':
      return { ...now, extensionUntil: null };
    case 'evidenceAttached':
    case 'undone':
      return now;
  }
}

const finished = (end: Standing): Standing =>
  end.state === 'submitted' || end.state === 'done' ? { ...end, percent: 100 } : end;

/**
 * What the records of an assignment add up to: `open → active → submitted → done`, a submission may be `returned`
 * and go on (product.md, "Life of an assignment"). The order they are given in does not matter.
 */
export function fold(records: readonly ProgressRecord[], firstDueOn: Day): Standing {
  return finished(standing(records).reduce(after, fresh(firstDueOn)));
}

/** What an assignment that is neither done nor submitted comes to by a report (报进度、报结) later than all on record. */
export function withReport(now: Standing, report: ProgressRecord): Standing {
  const { state, percent, count, dueOn, submittedAt, closedAt, reportedAt, extensionUntil } = now;
  return finished(
    after({ state, percent, count, dueOn, submittedAt, closedAt, reportedAt, extensionUntil }, report),
  );
}

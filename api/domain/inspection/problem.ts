/**
 * The life of a problem that an inspection found (问题整改) as a table, and what its events add up to:
 * 待整改 → 待复查 → 已整改; what was reported may be returned (退回), and a corrected finding withdraws the problem.
 */
import type { Day, ProblemEventKind, ProblemState } from '../../../db/vocabulary.ts';

interface Act {
  from: readonly ProblemState[];
  /** The state it leads to; null leaves the problem in its own. */
  to: ProblemState | null;
}

/** Not put right yet, or not well enough: the unit has something to do. */
export const WAITING_STATES = ['open', 'returned'] as const satisfies ProblemState[];
/** Not settled: somebody has something to do. */
export const UNSETTLED_STATES = ['open', 'reported', 'returned'] as const satisfies ProblemState[];

const ACTS: Readonly<Record<Exclude<ProblemEventKind, 'raised'>, Act>> = {
  moved: { from: UNSETTLED_STATES, to: null },
  reported: { from: WAITING_STATES, to: 'reported' },
  returned: { from: ['reported'], to: 'returned' },
  accepted: { from: ['reported'], to: 'rectified' },
  withdrawn: { from: [...UNSETTLED_STATES, 'rectified'], to: 'withdrawn' },
};

export type ProblemAct = keyof typeof ACTS;

/** Whether this may happen to a problem in this state. */
export const mayHappen = (act: ProblemAct, state: ProblemState): boolean => ACTS[act].from.includes(state);

/** What a person is told where it may not. */
export const OBSTACLE_WORDS: Readonly<Record<ProblemAct, string>> = {
  moved: '问题已经整改完毕，不能再改',
  reported: '这个问题现在不用报送整改',
  returned: '这个问题还没有报送整改，不能退回',
  accepted: '这个问题还没有报送整改，不能通过',
  withdrawn: '问题已经撤销',
};

export interface ProblemEvent {
  at: Date;
  kind: ProblemEventKind;
  note: string | null;
  untilOn: Day | null;
}

/** A problem as its events leave it. */
export interface Problem {
  state: ProblemState;
  text: string;
  dueOn: Day;
  reportedAt: Date | null;
}

/** The problem after one more event. What is wrong is said when it is raised and when the finding is corrected. */
export function after(problem: Problem, { kind, at, note, untilOn }: ProblemEvent): Problem {
  return {
    state: kind === 'raised' ? 'open' : (ACTS[kind].to ?? problem.state),
    text: kind === 'moved' ? (note ?? problem.text) : problem.text,
    dueOn: untilOn ?? problem.dueOn,
    reportedAt: kind === 'reported' ? at : problem.reportedAt,
  };
}

/** Whether somebody has still something to do about a problem. */
export const isUnsettled = ({ state }: Pick<Problem, 'state'>): boolean =>
  UNSETTLED_STATES.some((each) => each === state);

/** A problem is overdue once its day has ended and what was put right by then does not stand. */
export const isOverdue = ({ state, dueOn }: Pick<Problem, 'state' | 'dueOn'>, today: Day): boolean =>
  mayHappen('reported', state) && today > dueOn;

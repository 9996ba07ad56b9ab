/** What a bulletin is composed from: everything known of one period as of one instant, gathered in SQL. */
import type { BulletinKind, Day, RankingGroup } from '../../../db/vocabulary.ts';

/** Assignments: due, done of these, done on time of these. */
export interface Counts {
  due: number;
  done: number;
  onTime: number;
}

export interface RankedUnit {
  unit: string;
  /** Null where nothing it is assessed on was due. */
  rank: number | null;
  total: number | null;
  grade: string | null;
  /** Rank at the end of the period before; null where it had none. */
  previousRank: number | null;
}

export interface RankedGroup {
  group: RankingGroup;
  name: string;
  rows: readonly RankedUnit[];
}

/** A unit's part of what was due, and how much of it is overdue. */
export interface UnitProgress {
  unit: string;
  due: number;
  done: number;
  overdue: number;
}

/** An assignment past its last limit, neither done nor waiting to be verified. */
export interface OverdueItem {
  unit: string;
  code: string;
  title: string;
  dueOn: Day;
  /** Working days since the due day. */
  days: number;
}

/** A supervision order (督办单) served within the period, or raised to the bulletin in it. */
export interface NamedOrder {
  number: string;
  unit: string;
  subject: string;
  /** Within the period. */
  served: boolean;
  answered: boolean;
  /** Raised within the period (列入通报), and not closed since. */
  raised: boolean;
}

export interface PickedPractice {
  unit: string;
  title: string;
  body: string;
}

/** A task that falls due in the period to come. */
export interface UpcomingTask {
  code: string;
  title: string;
  dueOn: Day;
  /** How many units it is due from. */
  units: number;
}

export interface Facts {
  kind: BulletinKind;
  period: string;
  from: Day;
  to: Day;
  asOf: string;
  /** Name of the sub-district. */
  street: string;
  /** What the year's plan is about: 未成年人保护工作. */
  topic: string;
  /** The section of the plan that a special bulletin is about. */
  chapter: { number: string; title: string } | null;
  /** Of the year's plans, due by the end of the period. */
  total: Counts;
  /** The same at the end of the period before; null where that lies in another year. */
  before: Counts | null;
  /** Of these, due within the period itself. */
  within: Counts;
  /** Submitted and not verified yet. */
  waiting: number;
  /** Empty in a year without a scheme, and in a special bulletin. */
  groups: readonly RankedGroup[];
  units: readonly UnitProgress[];
  overdue: readonly OverdueItem[];
  orders: readonly NamedOrder[];
  practices: readonly PickedPractice[];
  upcoming: readonly UpcomingTask[];
  /** How many units have anything due in the period to come. */
  upcomingUnits: number;
  /** The share done at the end of each month of the year so far; null where nothing was due. */
  trend: readonly { to: Day; completion: number | null }[];
}

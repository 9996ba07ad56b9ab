/** How much of people's time supervision takes (基层负担), from plain counts (chat.md, "Light on people"). */
import Big from 'big.js';

/** What a unit had to do with the chat and the plan in so many weeks. */
export interface UnitCounts {
  /** People whose chat is known. */
  people: number;
  /** Pushes to its groups: each of its people reads them all. */
  roomPushes: number;
  /** Pushes to its people in private. */
  privatePushes: number;
  /** What its people said. */
  said: number;
}

const perWeek = (n: Big, weeks: number): number => n.div(weeks).round(1, Big.roundHalfUp).toNumber();
const each = (n: number, people: number): Big => Big(n).div(Math.max(people, 1));

/** Messages that one person has to read, and to write, in a week, to one decimal. */
export function perPersonAndWeek(counts: UnitCounts, weeks: number): { read: number; written: number } {
  const { people, roomPushes, privatePushes, said } = counts;
  return {
    read: perWeek(each(privatePushes, people).plus(roomPushes), weeks),
    written: perWeek(each(said, people), weeks),
  };
}

/** A period of a task that recurs, which was due by now: how many units it was given to, and how many were late. */
export interface PastPeriod {
  code: string;
  title: string;
  period: string;
  units: number;
  late: number;
}

/** A task that everybody did on time so many periods running needs no early reminder. */
const GOOD_PERIODS = 3;

export interface Droppable {
  code: string;
  title: string;
  /** How many periods running nobody was late. */
  periods: number;
  units: number;
}

/** The tasks whose early reminder could be dropped; `past` holds each task's periods, latest first. */
export function droppableReminders(past: readonly PastPeriod[]): Droppable[] {
  const byTask = new Map<string, PastPeriod[]>();
  for (const each of past) byTask.set(each.code, [...(byTask.get(each.code) ?? []), each]);
  return [...byTask.values()].flatMap((periods) => {
    const late = periods.findIndex((period) => period.late > 0);
    const good = late === -1 ? periods.length : late;
    const [latest] = periods;
    if (latest === undefined || good < GOOD_PERIODS) return [];
    return [{ code: latest.code, title: latest.title, periods: good, units: latest.units }];
  });
}

/** What a unit could still gain (还可争取), line by line (product.md, "What could still be gained"). */
import type { Line, UnitResult } from './data.ts';
import { type Exact, exactly, minus, toNumber, ZERO } from './exact.ts';
import { countsIn } from './line.ts';
import { type Indicator, type Role, roleOf, type Scheme } from './scheme.ts';
import { type TotalLine, totalOf } from './total.ts';
import { aimOf } from './why/aim.ts';
import { points, stated } from './why/figures.ts';

/** A line on which points are still open. */
export interface Gain {
  readonly indicator: string;
  readonly name: string;
  /** What the total would rise by if this line alone came to its full points; more than 0. */
  readonly gain: number;
  readonly text: string;
}

interface Printed extends TotalLine {
  readonly indicator: Indicator;
  readonly line: Line;
}

/**
 * The lines of a unit on which points are still open, the largest gain first. Left out is what does not apply, and
 * what has happened and cannot be undone: penalties, vetoes and counted deductions.
 */
export function gains(result: UnitResult, scheme: Scheme): Gain[] {
  const lines = printedLines(result, scheme);
  const now = totalOf(lines, scheme.bonusCap).total ?? ZERO;
  return lines
    .filter(isOpen)
    .map((open): Gain => {
      const full = { ...open, points: mostOf(open.indicator), counts: true };
      const then =
        totalOf(
          lines.map((line) => (line === open ? full : line)),
          scheme.bonusCap,
        ).total ?? ZERO;
      const gain = minus(then, now);
      const { code, name } = open.indicator;
      return { indicator: code, name, gain: toNumber(gain), text: textOf(open, gain) };
    })
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain);
}

/** The lines of a result as the total reckons with them. */
function printedLines(result: UnitResult, scheme: Scheme): Printed[] {
  const indicators = new Map(scheme.indicators.map((indicator) => [indicator.code, indicator]));
  return result.lines.flatMap((line): Printed[] => {
    const indicator = indicators.get(line.indicator);
    if (indicator === undefined) return [];
    const counts = countsIn(line.state);
    const role: Role = roleOf(indicator.method);
    return [
      { indicator, line, role, counts, weight: exactly(indicator.weight), points: exactly(line.points) },
    ];
  });
}

function isOpen({ indicator, line, role }: Printed): boolean {
  if (line.state === 'notApplicable' || role === 'penalty' || role === 'veto') return false;
  return indicator.method.type !== 'deduct' || line.state !== 'scored';
}

/** The most points that an indicator gives. */
const mostOf = ({ method, weight }: Indicator): Exact =>
  exactly(method.type === 'bonus' || method.type === 'surplus' ? method.cap : weight);

const STATES: Record<Line['state'], string> = {
  scored: '',
  missing: '未报，',
  notDue: '尚未到期，',
  notApplicable: '不适用，',
};

function textOf({ indicator, line }: Printed, gain: Exact): string {
  const most = stated(toNumber(mostOf(indicator)));
  const now = `${STATES[line.state]}现得${points(exactly(line.points))}，最多${most}`;
  return `${indicator.name}：${now}，总分还可增加${points(gain)}（${aimOf(indicator)}）`;
}

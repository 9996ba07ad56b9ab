/** Why one unit ranks behind another (为什么落后), line by line. */
import type { Line, UnitResult } from './data.ts';
import { compare, type Exact, exactly, minus, over, sum, times, toNumber, ZERO } from './exact.ts';
import { countsIn } from './line.ts';
import { type Indicator, roleOf, type Scheme } from './scheme.ts';
import { VETOED } from './why/counted.ts';
import { points } from './why/figures.ts';

/** A line on which one unit is behind another. */
export interface GapLine {
  readonly indicator: string;
  readonly name: string;
  /** By how much it is behind, in points of the total. */
  readonly difference: number;
  readonly text: string;
}

/**
 * The lines on which `behind` has less than `ahead`, the largest difference first; before all others a veto.
 * Both are results of one group of the scheme. A line is taken for what it brings into the total: the points of a
 * unit for which not every line counts are scaled up. The differences add up to that of the totals but for what
 * rounding, the limit on bonuses and a total of 0 take away.
 */
export function explainGap(behind: UnitResult, ahead: UnitResult, scheme: Scheme): GapLine[] {
  const indicators = scheme.indicators.filter(({ group }) => group === behind.group);
  const mine = contributions(behind, indicators);
  const theirs = contributions(ahead, indicators);
  const isScaled = [behind, ahead].some((result) => isScaledUp(result, indicators));
  const lines = indicators.map((indicator) => {
    const [own, other] = [mine.get(indicator.code) ?? ZERO, theirs.get(indicator.code) ?? ZERO];
    return { indicator, own, other, difference: minus(other, own) };
  });
  return [
    ...vetoGap(behind, ahead, indicators),
    ...lines
      .filter(({ difference }) => toNumber(difference) > 0)
      .sort((a, b) => compare(b.difference, a.difference))
      .map(({ indicator, own, other, difference }): GapLine => {
        const basis = isScaled && roleOf(indicator.method) === 'weighted' ? '折算后' : '';
        const text = `${indicator.name}：${basis}${points(own)}，对方${points(other)}，差${points(difference)}`;
        return { indicator: indicator.code, name: indicator.name, difference: toNumber(difference), text };
      }),
  ];
}

/** Whether a weighted line does not count, so that the others stand for it too (折算). */
const isScaledUp = ({ lines }: UnitResult, indicators: readonly Indicator[]): boolean =>
  indicators.some(
    ({ code, method }) =>
      roleOf(method) === 'weighted' && !counts(lines.find(({ indicator }) => indicator === code)),
  );

/** What each line brings into the total: `points × A / W` of a weighted one, less than 0 of a penalty. */
function contributions({ lines }: UnitResult, indicators: readonly Indicator[]): ReadonlyMap<string, Exact> {
  const byCode = new Map(lines.map((line) => [line.indicator, line]));
  const weights = (counting: boolean): Exact =>
    sum(
      indicators
        .filter(({ code }) => !counting || counts(byCode.get(code)))
        .map(({ weight }) => exactly(weight)),
    );
  const [all, counted] = [weights(false), weights(true)];
  const brings = ({ code, method }: Indicator): Exact => {
    const line = byCode.get(code);
    const own = exactly(counts(line) ? (line?.points ?? 0) : 0);
    switch (roleOf(method)) {
      case 'weighted':
        return counted.num === 0n ? ZERO : over(times(own, all), counted);
      case 'bonus':
        return own;
      case 'penalty':
        return minus(ZERO, own);
      case 'veto':
        return ZERO;
    }
  };
  return new Map(indicators.map((indicator) => [indicator.code, brings(indicator)]));
}

const counts = (line: Line | undefined): boolean => line !== undefined && countsIn(line.state);

function vetoGap(behind: UnitResult, ahead: UnitResult, indicators: readonly Indicator[]): GapLine[] {
  if (!behind.vetoed || ahead.vetoed) return [];
  const vetoed = new Set(
    behind.lines.filter(({ why }) => why.startsWith(VETOED)).map((line) => line.indicator),
  );
  return indicators
    .filter(({ code, method }) => method.type === 'veto' && vetoed.has(code))
    .map(({ code, name }) => ({
      indicator: code,
      name,
      difference: 0,
      text: `${name}：${VETOED}，排在未被否决的单位之后`,
    }));
}

/** Where everything stands in a score sheet, and the formulas that reckon a row. */
import type { ScoreSheet, SheetRow } from './sheet-data.ts';

/** The letters of a column: 1 is A, 27 is AA. */
export function letters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? letters(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** The lines of a sheet that a row's formulas speak of. */
interface Lines {
  line: number;
  first: number;
  last: number;
  weights: number;
}

interface Reckoned {
  column: number;
  formula: string;
  result: number | null;
}

export type Columns = ReturnType<typeof columnsFor>;

/** A whole number of cents, so that halves are halves and the rounding is the engine's (四舍五入). */
const cents = (cell: string): string => `ROUND(${cell}*100,0)`;
const fine = (cell: string): string => `ROUND(${cell}*1000000,0)`;

const NARROW = 7.5;

/**
 * From left to right: number, unit, weighted indicators, their sums, bonuses and their sum, penalties and theirs,
 * veto, total, rank, grade.
 */
export function columnsFor({ indicators, bonusCap }: Pick<ScoreSheet, 'indicators' | 'bonusCap'>) {
  const widths: number[] = [];
  const fixed: { column: number; name: string; about: string | null }[] = [];
  const places = new Map<number, number>();
  /** `about` stands in the line of weights; null where the name takes that too. */
  const add = (name: string, width: number, about: string | null = null): number => {
    fixed.push({ column: widths.push(width), name, about });
    return widths.length;
  };
  const addAll = (role: string): { from: number; to: number } | null => {
    const from = widths.length + 1;
    indicators.forEach((indicator, at) => {
      if (indicator.role === role) places.set(at, widths.push(NARROW));
    });
    return widths.length < from ? null : { from, to: widths.length };
  };
  const number = add('序号', 5);
  const unit = add('单位', 12, '权重');
  const weighted = addAll('weighted');
  const sum = add('计分合计', NARROW);
  const weight = add('计分权重', NARROW, '');
  const scaled = add('折算得分', 8);
  const bonuses = addAll('bonus');
  const bonus = add('加分合计', NARROW);
  const penalties = addAll('penalty');
  const penalty = add('扣分合计', NARROW);
  const veto = add('一票否决', NARROW);
  const total = add('总分', 8);
  const rank = add('名次', 6);
  const grade = add('等次', 8);

  const span = (of: { from: number; to: number }, line: number | string): string =>
    `${letters(of.from)}${line}:${letters(of.to)}${line}`;
  const sumOf = (of: { from: number; to: number } | null, line: number): string =>
    of === null ? '0' : `SUM(${span(of, line)})`;

  /** The formulas of one row, with what the engine says they come to. */
  function reckoned({ line, first, last, weights }: Lines, row: SheetRow): Reckoned[] {
    const cell = (column: number): string => `${letters(column)}${line}`;
    const down = (column: number): string => `$${letters(column)}$${first}:$${letters(column)}$${last}`;
    const allWeights = `$${letters(weight)}$${weights}`;
    const [s, w, t] = [cell(sum), cell(weight), cell(total)];
    const share = `${cents(s)}*${fine(allWeights)}/${fine(w)}`;
    const above = `${down(total)},">"&${t}`;
    const amongVetoed = `COUNTIFS(${down(veto)},"否",${down(total)},">=0")+COUNTIFS(${down(veto)},"是",${above})`;
    const amongOthers = `COUNTIFS(${down(veto)},"否",${above})`;
    const earned = sumOf(bonuses, line);
    const counted = indicators
      .map((indicator, at) => ({ ...indicator, points: row.points[at]?.points }))
      .filter(({ role, points }) => role === 'weighted' && typeof points === 'number');
    const added = (of: (each: (typeof counted)[number]) => number): number =>
      Math.round(counted.reduce((all, each) => all + of(each), 0) * 1e6) / 1e6;
    const none = row.total === null;
    return [
      { column: sum, formula: sumOf(weighted, line), result: added(({ points }) => Number(points)) },
      {
        column: weight,
        formula:
          weighted === null ? '0' : `SUMIF(${span(weighted, line)},">=0",${span(weighted, `$${weights}`)})`,
        result: added((each) => each.weight),
      },
      { column: scaled, formula: `IF(${w}=0,"",ROUND(${share},0)/100)`, result: none ? null : row.scaled },
      {
        column: bonus,
        formula: bonusCap === undefined ? earned : `MIN(${bonusCap},${earned})`,
        result: row.bonus,
      },
      { column: penalty, formula: sumOf(penalties, line), result: row.penalty },
      {
        column: total,
        formula: `IF(${w}=0,"",MAX(0,ROUND(${cell(scaled)}+${cell(bonus)}-${cell(penalty)},2)))`,
        result: row.total,
      },
      {
        column: rank,
        formula: `IF(${w}=0,"",1+IF(${cell(veto)}="是",${amongVetoed},${amongOthers}))`,
        result: row.rank,
      },
    ];
  }

  return {
    ...{
      widths,
      fixed,
      reckoned,
      number,
      unit,
      sum,
      weight,
      scaled,
      bonus,
      penalty,
      veto,
      total,
      rank,
      grade,
    },
    count: widths.length,
    ofIndicator: (at: number): number => places.get(at) ?? 0,
    allWeights: (line: number): string => sumOf(weighted, line),
  };
}

/** A scheme (考核方案) and its parts, as `SCHEME.json` writes them (assessment.md, Methods and Command). */
import type { Day } from '../time/day.ts';

/** Which way is good (方向): 越高越好 · 越低越好 */
export const DIRECTIONS = ['higher', 'lower'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** 年度终评 · 滚动计分 (the dashboard during the year) */
export const MODES = ['final', 'rolling'] as const;
export type Mode = (typeof MODES)[number];

/** 功效系数法. `floor > target` where lower is better; on the bad side of `cutoff` there are no points at all. */
export interface Linear {
  readonly type: 'linear';
  readonly floor: number;
  readonly target: number;
  readonly cutoff?: number;
}

/** One band (档): its threshold, and what it is worth, as a share of the weight or in points. */
export type Band = ({ readonly atLeast: number } | { readonly atMost: number }) &
  ({ readonly share: number } | { readonly points: number });

/** 分档计分. All bands of a list say `atLeast`, or all say `atMost`; their order does not matter. */
export interface Bands {
  readonly type: 'bands';
  readonly bands: readonly Band[];
}

/** 折线计分: `[value, share]`, values rising. */
export interface Curve {
  readonly type: 'curve';
  readonly points: readonly (readonly [value: number, share: number])[];
}

/** Steps away from a value (每…个单位): how many `per` a value lies to one side of `from`, and what each costs. */
export interface Steps {
  readonly from: number;
  readonly per: number;
  readonly each: number;
  /** Only whole steps count (不足一个的不计). */
  readonly whole: boolean;
  readonly better: Direction;
}

/** 差额扣分. `cap`: the most that is taken off (限扣); on the bad side of `cutoff` there are no points at all. */
export interface Shortfall extends Steps {
  readonly type: 'shortfall';
  readonly cap?: number;
  readonly cutoff?: number;
}

/**
 * 名次计分. Plain: evenly from the first place to the last. `each`: so many points less for every place.
 * `bands`: the place falls into bands of `atMost`. At most one of the two is given.
 */
export interface Ranked {
  readonly type: 'rank';
  readonly better: Direction;
  readonly each?: number;
  readonly bands?: readonly Band[];
}

/** 达标法 */
export interface Met {
  readonly type: 'met';
}

/** 扣分法. `cap`: the most that is taken off (限扣). */
export interface Deduct {
  readonly type: 'deduct';
  readonly each: number;
  readonly cap?: number;
}

/** 评议法. `trim`: one highest and one lowest mark are left out, from 5 marks on. */
export interface Judged {
  readonly type: 'judged';
  readonly outOf: number;
  readonly trim: boolean;
}

/** 加分项, on top of the 100. */
export interface Bonus {
  readonly type: 'bonus';
  readonly each: number;
  readonly cap: number;
}

/** 超额加分, on top of the 100: for every `per` beyond `from` on the good side. */
export interface Surplus extends Steps {
  readonly type: 'surplus';
  readonly cap: number;
}

/** 倒扣项, taken from the total; without `cap` there is no limit. */
export interface Penalty {
  readonly type: 'penalty';
  readonly each: number;
  readonly cap?: number;
}

/** 一票否决 */
export interface Veto {
  readonly type: 'veto';
}

export type Method =
  | Linear
  | Bands
  | Curve
  | Shortfall
  | Ranked
  | Met
  | Deduct
  | Judged
  | Bonus
  | Surplus
  | Penalty
  | Veto;

/** What a line does to the total: part of the 100, on top of it, taken from it, or nothing but the grade. */
export type Role = 'weighted' | 'bonus' | 'penalty' | 'veto';

/** The role of an indicator with this method. */
export function roleOf(method: Method): Role {
  switch (method.type) {
    case 'bonus':
    case 'surplus':
      return 'bonus';
    case 'penalty':
      return 'penalty';
    case 'veto':
      return 'veto';
    case 'linear':
    case 'bands':
    case 'curve':
    case 'shortfall':
    case 'rank':
    case 'met':
    case 'deduct':
    case 'judged':
      return 'weighted';
  }
}

/** What kind of value a method takes: 数值 · 次数 · 是否 · 评分 */
export type ValueKind = 'number' | 'count' | 'boolean' | 'marks';

/** The kind of value that a method takes (assessment.md, Methods, column "value"). */
export function valueKindOf(method: Method): ValueKind {
  switch (method.type) {
    case 'linear':
    case 'bands':
    case 'curve':
    case 'shortfall':
    case 'rank':
    case 'surplus':
      return 'number';
    case 'deduct':
    case 'bonus':
    case 'penalty':
      return 'count';
    case 'met':
    case 'veto':
      return 'boolean';
    case 'judged':
      return 'marks';
  }
}

/** One line of a scheme (考核指标). */
export interface Indicator {
  readonly code: string;
  readonly name: string;
  /** Key of its ranking group. */
  readonly group: string;
  /** Points at most; 0 for bonus, surplus, penalty and veto. */
  readonly weight: number;
  readonly method: Method;
  /** Where the value comes from: `task.completion`, `reported`, `judged` … (assessment.md, As of). */
  readonly measure?: string;
  /** The section of the plan that it holds somebody to (`四(二)1`). */
  readonly section?: string;
  /** What a value counts (计量单位), as the explanation says it: `次`, `%`, `天`. */
  readonly unitOfMeasure?: string;
  /** Month and day (`12-10`) of the scheme's year by which a reported or judged value has to come in. */
  readonly reportBy?: string;
}

/** One grade (等次). `maxShare`: at most this share of the group's ranked units may hold it. */
export interface Grade {
  readonly name: string;
  readonly min: number;
  readonly maxShare?: number;
}

/** A ranking group (考核分组); its grades from the best to the last. */
export interface Group {
  readonly key: string;
  readonly name: string;
  readonly grades: readonly Grade[];
}

/** One year's scheme (考核方案). */
export interface Scheme {
  readonly year: number;
  readonly mode: Mode;
  readonly asOf: Day;
  /** The most that all bonuses together may add; absent: no limit. */
  readonly bonusCap?: number;
  readonly groups: readonly Group[];
  readonly indicators: readonly Indicator[];
}

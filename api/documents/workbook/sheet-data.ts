/** What a score sheet says: the content, before it has rows, columns and formulas. */

export interface SheetIndicator {
  code: string;
  name: string;
  weight: number;
  role: 'weighted' | 'bonus' | 'penalty';
}

/** What one unit has on one indicator: points, or the word for why it does not count. */
export interface SheetPoints {
  points: number | '不适用' | '未到期';
  /** Not come in: 0 points, shown as 未报. */
  missing: boolean;
}

export interface SheetRow {
  unit: string;
  /** In the order of the indicators. */
  points: readonly SheetPoints[];
  vetoed: boolean;
  /** As the engine has them: what a program shows that does not reckon itself. */
  scaled: number;
  bonus: number;
  penalty: number;
  total: number | null;
  rank: number | null;
  grade: string | null;
}

export interface ScoreSheet {
  title: string;
  /** The group: the name of the sheet. */
  group: string;
  /** Scheme, instant and basis, a line below the title. */
  basis: string;
  asOf: Date;
  indicators: readonly SheetIndicator[];
  /** The most that all bonuses together may add. */
  bonusCap: number | undefined;
  rows: readonly SheetRow[];
}

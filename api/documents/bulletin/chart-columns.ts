import Big from 'big.js';
import type { ChartBlock } from '../../domain/bulletin/content.ts';

const HALF_UP = 1;

/** Shares as the columns of a chart, in per cent to one decimal. */
export const columnsOf = ({ bars }: ChartBlock): { name: string; value: number }[] =>
  bars.map(({ label, share }) => ({
    name: label,
    value: Big(share).times(100).round(1, HALF_UP).toNumber(),
  }));

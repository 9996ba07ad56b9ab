/** How the kinds of bulletin speak of their period. */
import type { BulletinKind } from '../../../db/vocabulary.ts';
import { addDays, type Day, partsOf } from '../time/day.ts';
import { shortDay } from '../time/format.ts';
import type { Span } from './content.ts';
import type { Facts } from './facts.ts';
import { figure, say } from './say.ts';

export interface PeriodWords {
  /** 5月份, 2026年, 本周 */
  within: readonly Span[];
  /** What is compared with: 上月末 */
  before: string;
  /** 上月 */
  lastPeriod: string;
  /** The first of its kind in the year. */
  first: string;
  /** 6月份, 下周 */
  next: readonly Span[];
}

const month = (of: string, day: Day): Span[] => say`${figure(of, partsOf(day).month)}月份`;

/** The words for a period. */
export function periodWords({ kind, from, to }: Pick<Facts, 'kind' | 'from' | 'to'>): PeriodWords {
  const after = addDays(to, 1);
  switch (kind) {
    case 'weekly':
      return {
        within: say`本周`,
        before: '上周末',
        lastPeriod: '上周',
        first: '本期为今年首次周报，暂无上周数据可比。',
        next: say`下周`,
      };
    case 'annual':
      return {
        within: say`${figure('year', partsOf(to).year)}年`,
        before: '上年末',
        lastPeriod: '上年',
        first: '',
        next: month('next.month', after),
      };
    case 'monthly':
    case 'special':
      return {
        within: month('month', from),
        before: '上月末',
        lastPeriod: '上月',
        first: '本期为今年首次通报，暂无上月数据可比。',
        next: month('next.month', after),
      };
  }
}

/** 截至5月31日 */
export const until = ({ to }: Pick<Facts, 'to'>): Span[] => say`截至${figure('to', shortDay(to))}`;

/** 2026年5月, 2026年度, 2026年第21周 */
export function periodTitle(kind: BulletinKind, period: string, to: Day): string {
  const { year, month: m } = partsOf(to);
  if (kind === 'annual') return `${year}年度`;
  if (kind === 'weekly') return `${period.slice(0, 4)}年第${Number(period.slice(6))}周`;
  return `${year}年${m}月`;
}

/** What a plan is about, from its title: 示例街道未成年人保护专项工作方案 → 未成年人保护. */
export function topicOf(planTitle: string): string {
  const bare = planTitle
    .replace(/^.*?(?:街道|镇|乡|县|区)/, '')
    .replace(/^关于/, '')
    .replace(/(?:专项|综合|实施|行动)*(?:工作)?(?:实施|行动)?方案.*$/, '');
  return `${bare === '' ? '重点' : bare}工作`;
}

/** 发文机关: the committee's office of a sub-district. */
export const issuerOf = (street: string): string => `${street}未成年人保护工作委员会办公室`;

/** 发文机关标志, as the red head has it: the authority and 文件. */
export const markOf = (signer: string): string => `${signer}文件`;

/** 发文字号 without gaps or leading zeros: 示例街道督办〔2026〕5号. */
export const bulletinNumber = (street: string, year: number, number: number): string =>
  `${street}督办〔${year}〕${number}号`;

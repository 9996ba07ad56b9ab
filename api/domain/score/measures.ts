/**
 * Where values come from (指标来源): every measure of assessment.md, "As of", is known by name here, whether its
 * records are kept already or not. Which ones the system collects today, `api/services/measures/registry.ts` says.
 */
import type { Method, ValueKind } from './scheme.ts';
import { valueKindOf } from './scheme.ts';

/** What a measure gives: so many of so many · so many · entered by the unit · marked by the committee */
export type MeasureKind = 'share' | 'count' | 'reported' | 'judged';

export interface Measure {
  readonly name: string;
  readonly kind: MeasureKind;
}

export const MEASURES = {
  'task.completion': { name: '办结率', kind: 'share' },
  'task.timeliness': { name: '按时办结率', kind: 'share' },
  'report.timeliness': { name: '按期报送率', kind: 'share' },
  'visit.coverage': { name: '分级走访完成率', kind: 'share' },
  'lead.timeliness': { name: '线索按时处置率', kind: 'share' },
  'meeting.attendance': { name: '例会参会率', kind: 'share' },
  'supervision.count': { name: '被督办次数', kind: 'count' },
  'inspection.pass': { name: '检查合格率', kind: 'share' },
  'inspection.problems': { name: '逾期未整改问题数', kind: 'count' },
  'practice.count': { name: '经验推广次数', kind: 'count' },
  reported: { name: '填报值', kind: 'reported' },
  judged: { name: '评议', kind: 'judged' },
} as const satisfies Record<string, Measure>;

export type MeasureKey = keyof typeof MEASURES;

/** Whether a scheme may name this as where a value comes from. */
export const isMeasure = (key: string): key is MeasureKey => Object.hasOwn(MEASURES, key);

const FITTING: Readonly<Record<MeasureKind, readonly ValueKind[]>> = {
  share: ['number'],
  count: ['count', 'number'],
  reported: ['number', 'count', 'boolean'],
  judged: ['marks'],
};

/** Can this method make points of what the measure gives? */
export const fits = (measure: MeasureKey, method: Method): boolean =>
  FITTING[MEASURES[measure].kind].includes(valueKindOf(method));

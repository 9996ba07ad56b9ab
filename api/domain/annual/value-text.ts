/** A value as people read and write it (指标值). */

import type { Reached } from '../score/assemble.ts';
import { exactly, over } from '../score/exact.ts';
import { type Indicator, type ValueKind, valueKindOf } from '../score/scheme.ts';
import { figure, scaleOf } from '../score/why/scale.ts';

/** `95.5%`, `12场`, `是`, `90、85、88`, `不适用`; null where there is none. */
export function valueText(
  indicator: Indicator,
  { value, outOf, marks, notApplicable }: Reached,
): string | null {
  if (notApplicable === true) return '不适用';
  if (marks !== undefined) return marks.join('、');
  if (value === undefined) return null;
  if (typeof value === 'boolean') return value ? '是' : '否';
  const said = figure(
    outOf === undefined ? exactly(value) : over(exactly(value), exactly(outOf)),
    scaleOf(indicator),
  );
  return outOf === undefined ? said : `${said}（${value}/${outOf}）`;
}

/** How a value is entered: its kind, whether a share is written as percent, the unit behind the field, the most. */
export interface EntryForm {
  readonly kind: ValueKind;
  readonly percent: boolean;
  readonly unit: string;
  readonly outOf: number | null;
}

/** How the value of an indicator is entered: its kind, unit and limit. */
export function entryFormOf(indicator: Indicator): EntryForm {
  const scale = scaleOf(indicator);
  const kind = valueKindOf(indicator.method);
  return {
    kind,
    percent: kind === 'number' && scale.unit === '%' && indicator.unitOfMeasure !== '%',
    unit: kind === 'number' || kind === 'count' ? scale.unit : '',
    outOf: indicator.method.type === 'judged' ? indicator.method.outOf : null,
  };
}

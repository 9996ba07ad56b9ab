/** What a report form holds as it is typed, and the report it comes to (报进度、报结). */
import type { Measure } from '../../../../db/vocabulary.ts';
import type { Progress } from '../../api.ts';

export type ProgressFields = {
  choice: '' | 'done' | 'going';
  percent: string;
  count: string;
  until: string;
  note: string;
};

export const EMPTY_FIELDS: ProgressFields = { choice: '', percent: '', count: '', until: '', note: '' };

/** What is wrong with a form, by field. */
export type FieldFault = { field: 'choice' | 'percent' | 'count' };

const WHOLE = /^\d{1,7}$/;
const HIGHEST_COUNT = 1_000_000;

const wholeUpTo = (text: string, highest: number): boolean => WHOLE.test(text) && Number(text) <= highest;

/** The fields that cannot be sent as they stand. How far it is must be said while it is still going on. */
export function faultsOf(fields: ProgressFields, measure: Measure): FieldFault[] {
  const faults: FieldFault[] = [];
  if (fields.choice === '') faults.push({ field: 'choice' });
  const going = fields.choice === 'going';
  if (measure === 'count') {
    const stated = fields.count !== '' || going;
    if (stated && !wholeUpTo(fields.count, HIGHEST_COUNT)) faults.push({ field: 'count' });
  } else if (going && !wholeUpTo(fields.percent, 100)) faults.push({ field: 'percent' });
  return faults;
}

/** The report that faultless fields come to; what was left empty is not said. */
export function progressOf(fields: ProgressFields, measure: Measure): Progress {
  const note = fields.note.trim();
  const going = fields.choice === 'going';
  return {
    ...(going ? {} : { done: true }),
    ...(measure === 'count' && fields.count !== '' ? { count: Number(fields.count) } : {}),
    ...(measure !== 'count' && going ? { percent: Number(fields.percent) } : {}),
    ...(going && fields.until !== '' ? { until: fields.until } : {}),
    ...(note === '' ? {} : { note }),
  };
}

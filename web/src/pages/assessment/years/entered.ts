/** What is typed into the field of a value, and what it means. */
import type { Entered, Form } from './queries.ts';

/** Nothing is `''`; `na` is 不适用; a yes or no is `yes` or `no`; else a number as typed. */
export type Typed = string;

/** What a typed text means; null for an empty field, undefined for what is no value. */
export function enteredOf(typed: Typed, form: Form): Entered | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  if (text === 'na') return { notApplicable: true };
  if (form.kind === 'boolean') return text === 'yes' || text === 'no' ? { value: text === 'yes' } : undefined;
  const digits = text.endsWith('%') ? text.slice(0, -1) : text;
  if (!/^-?\d{1,9}(\.\d{1,6})?$/.test(digits)) return undefined;
  // As text, not by a division: 95.7% is 0.957 and nothing beside it.
  return { value: Number(form.percent ? `${digits}e-2` : digits) };
}

/** A value as it is typed. */
export function typedOf(entered: Entered | null | undefined, form: Form): Typed {
  if (entered === null || entered === undefined) return '';
  if ('notApplicable' in entered) return 'na';
  if (typeof entered.value === 'boolean') return entered.value ? 'yes' : 'no';
  return form.percent ? String(Number(`${entered.value}e2`)) : String(entered.value);
}

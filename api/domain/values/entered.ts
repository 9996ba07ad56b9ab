/**
 * Values entered by a person (填报值): what a cell or a field may say for the method that will make points of it, and
 * what is wrong with it, in words.
 */
import { type Method, valueKindOf } from '../score/scheme.ts';
import { thresholdsOf } from '../score/thresholds.ts';

/** As `reported_values` keeps it. */
export type Entered = { readonly value: number | boolean } | { readonly notApplicable: true };

/** How a value is written: as a share (a rate), a number, a whole count, or yes and no. */
export type Shape = 'share' | 'number' | 'count' | 'yesNo';

export type ReadEntered =
  | { readonly ok: true; readonly entered: Entered }
  | { readonly ok: false; readonly message: string };

const NOT_APPLICABLE = '不适用';
const LARGEST = 1e9;
const NUMBER = /^[+-]?(\d+(\.\d+)?|\.\d+)(%?)$/;

/** How values of an indicator are written; null where they are marks, which no one person enters. */
export function shapeOf(method: Method): Shape | null {
  const kind = valueKindOf(method);
  if (kind === 'marks') return null;
  if (kind === 'boolean') return 'yesNo';
  if (kind === 'count') return 'count';
  // A method that names no value above 1 is about a rate; one that rewards a surplus bounds none.
  const named = method.type === 'surplus' ? [] : thresholdsOf(method);
  return named.length > 0 && named.every(([, value]) => value >= 0 && value <= 1) ? 'share' : 'number';
}

const HOW: Readonly<Record<Shape, string>> = {
  share: '要填比率，如 95% 或 0.95',
  number: '要填数字',
  count: '要填 0 或正整数',
  yesNo: '要填 是 或 否',
};

/** What may be written, in words for the person who fills it in. */
export const howToWrite = (shape: Shape): string => `${HOW[shape]}；没有可考核内容的填 ${NOT_APPLICABLE}`;

function numberIn(text: string): number | undefined {
  const [, digits, , percent] = NUMBER.exec(text.replaceAll(',', '')) ?? [];
  if (digits === undefined) return undefined;
  const value = Number(`${text.startsWith('-') ? '-' : ''}${digits}`);
  // Shifting the point in the text: 0.07 × 100 would not be 7.
  return percent === '%' ? Number(`${value}e-2`) : value;
}

function yesIn(raw: string | number | boolean): boolean | undefined {
  if (typeof raw === 'boolean') return raw;
  if (raw === '是' || raw === '否') return raw === '是';
  return undefined;
}

const no = (message: string): ReadEntered => ({ ok: false, message });
const yes = (value: number | boolean): ReadEntered => ({ ok: true, entered: { value } });

function readNumber(shape: Exclude<Shape, 'yesNo'>, raw: string | number | boolean): ReadEntered {
  const value = typeof raw === 'number' ? raw : typeof raw === 'string' ? numberIn(raw) : undefined;
  if (value === undefined || !Number.isFinite(value)) return no(HOW[shape]);
  if (Math.abs(value) > LARGEST) return no('数字太大');
  if (shape === 'count' && !(Number.isInteger(value) && value >= 0)) return no(HOW[shape]);
  if (shape === 'share' && (value < 0 || value > 1)) return no(`${HOW[shape]}，不超过 100%`);
  return yes(value);
}

/** Reads what somebody wrote for an indicator of this shape. */
export function readEntered(shape: Shape, written: string | number | boolean): ReadEntered {
  const raw = typeof written === 'string' ? written.normalize('NFKC').trim() : written;
  if (raw === NOT_APPLICABLE) return { ok: true, entered: { notApplicable: true } };
  if (shape !== 'yesNo') return readNumber(shape, raw);
  const value = yesIn(raw);
  return value === undefined ? no(HOW.yesNo) : yes(value);
}

/** A value as a person writes it: what is put into a template, and reads back as the same. */
export function writtenAs(entered: Entered): string | number {
  if ('notApplicable' in entered) return NOT_APPLICABLE;
  return typeof entered.value === 'boolean' ? (entered.value ? '是' : '否') : entered.value;
}

/** Whether two entered values are written alike; nothing is like nothing. */
export const sameEntered = (a: Entered | null, b: Entered | null): boolean =>
  (a === null ? null : writtenAs(a)) === (b === null ? null : writtenAs(b));

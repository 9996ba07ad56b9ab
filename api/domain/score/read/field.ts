/** One place in a JSON document, with the path to it: reads what should be there, or notes a fault (错误). */
import { type Day, parseDay } from '../../time/day.ts';

/** What ends a line for some readers and is not escaped in JSON. */
const OTHER_LINE_ENDS = /[\u0085\u2028\u2029]/g;

/** How a text from the input is quoted in a message: on one line, and not longer than a line. */
export function quoted(value: unknown): string {
  const text = (JSON.stringify(value) ?? String(value)).replace(OTHER_LINE_ENDS, ' ');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

const kindOf = (value: unknown): string => {
  if (value === undefined) return '缺少';
  if (value === null) return '是 null';
  if (Array.isArray(value)) return '是数组';
  if (typeof value === 'object') return '是对象';
  return `是 ${typeof value === 'number' ? String(value) : quoted(value)}`;
};

/** Limits of a number; each is a condition in words for the message. */
export interface Limits {
  readonly least?: number;
  readonly most?: number;
  /** The number must be more than this. */
  readonly above?: number;
  readonly whole?: boolean;
}

/** A value of a file that is being read, with its path (`indicators[2].weight`); faults found in it go to one list. */
export class Field {
  constructor(
    readonly value: unknown,
    readonly path: string,
    private readonly faults: string[],
  ) {}

  /** Notes a fault here; gives undefined, so that a reader can return it. */
  fault(message: string): undefined {
    this.faults.push(`${this.path}: ${message}`);
    return undefined;
  }

  get absent(): boolean {
    return this.value === undefined;
  }

  /** The field under a key; absent where this is no object or has no such key of its own. */
  at(key: string): Field {
    const { value } = this;
    const child: unknown =
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, key)?.value
        : undefined;
    return new Field(child, this.path === '' ? key : `${this.path}.${key}`, this.faults);
  }

  /** Is this an object? Notes a fault where not. */
  isRecord(): boolean {
    const { value } = this;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return true;
    this.fault(`应为对象，实际${kindOf(value)}`);
    return false;
  }

  /** The fields of a list; undefined where it is none. */
  items(): Field[] | undefined {
    if (!Array.isArray(this.value)) return this.fault(`应为数组，实际${kindOf(this.value)}`);
    return this.value.map((item: unknown, i) => new Field(item, `${this.path}[${i}]`, this.faults));
  }

  /** A text that is not blank. */
  text(): string | undefined {
    const { value } = this;
    if (typeof value !== 'string') return this.fault(`应为文字，实际${kindOf(value)}`);
    return value.trim() === '' ? this.fault('不能为空') : value;
  }

  /** A finite number within limits. */
  number({ least, most, above, whole }: Limits = {}): number | undefined {
    const { value } = this;
    if (typeof value !== 'number') return this.fault(`应为数字，实际${kindOf(value)}`);
    if (!Number.isFinite(value)) return this.fault('应为有限的数字');
    if (whole === true && !Number.isInteger(value)) return this.fault(`应为整数，实际是 ${value}`);
    if (above !== undefined && value <= above) return this.fault(`应大于 ${above}，实际是 ${value}`);
    if (least !== undefined && value < least) return this.fault(`不能小于 ${least}，实际是 ${value}`);
    if (most !== undefined && value > most) return this.fault(`不能大于 ${most}，实际是 ${value}`);
    return value;
  }

  flag(): boolean | undefined {
    const { value } = this;
    return typeof value === 'boolean' ? value : this.fault(`应为 true 或 false，实际${kindOf(value)}`);
  }

  oneOf<const Word extends string>(words: readonly Word[]): Word | undefined {
    const found = words.find((word) => word === this.value);
    return found ?? this.fault(`应为 ${words.join('、')} 之一，实际${kindOf(this.value)}`);
  }

  /** A calendar day, `YYYY-MM-DD`. */
  day(): Day | undefined {
    const { value } = this;
    const found = typeof value === 'string' ? parseDay(value) : undefined;
    return found ?? this.fault(`应为真实存在的日期（如 2026-12-31），实际${kindOf(value)}`);
  }
}

/** What an optional field holds, as the part of an object: nothing where it is absent (or faulty, and noted). */
export function optional<Key extends string, T>(
  parent: Field,
  key: Key,
  read: (field: Field) => T | undefined,
): { [K in Key]?: T } {
  const field = parent.at(key);
  const value = field.absent ? undefined : read(field);
  return value === undefined ? {} : ({ [key]: value } as { [K in Key]?: T });
}

/** Notes a fault at each field whose text was there before (重复). */
export function noneTwice(fields: readonly Field[]): void {
  const seen = new Set<unknown>();
  for (const field of fields) {
    if (typeof field.value === 'string' && seen.has(field.value)) field.fault(`${quoted(field.value)} 重复`);
    seen.add(field.value);
  }
}

/** The readings, where none of them failed. */
export function allOf<T>(readings: readonly (T | undefined)[]): readonly T[] | undefined {
  const found = readings.filter((reading) => reading !== undefined);
  return found.length === readings.length ? found : undefined;
}

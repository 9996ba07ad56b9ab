import { type JSX, splitProps } from 'solid-js';
import { Field, type FieldProps } from './field.tsx';

interface DayFieldProps extends Omit<FieldProps, 'children'> {
  /** `2026-06-30`; empty while there is none. */
  value: string;
  /** The first day that may be chosen, and the last. */
  min?: string;
  max?: string;
  onChoose: (day: string) => void;
}

/** A day, by the browser's own calendar. */
export function DayField(props: DayFieldProps): JSX.Element {
  const [own, field] = splitProps(props, ['value', 'min', 'max', 'onChoose']);
  return (
    <Field {...field}>
      {(tied) => (
        <input
          {...tied}
          type="date"
          min={own.min}
          max={own.max}
          value={own.value}
          onInput={(event) => own.onChoose(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

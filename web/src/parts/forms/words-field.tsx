import { type JSX, splitProps } from 'solid-js';
import { Field, type FieldProps } from './field.tsx';

interface WordsFieldProps extends Omit<FieldProps, 'children'> {
  value: string;
  onType: (text: string) => void;
  /** So many characters at the most, as the server takes them; those of a reason where absent. */
  most?: number;
  rows?: number;
  ref?: (element: HTMLTextAreaElement) => void;
}

const MOST_OF_A_REASON = 500;

/** Several lines of words: a reason, a note, an answer. */
export function WordsField(props: WordsFieldProps): JSX.Element {
  const [own, field] = splitProps(props, ['value', 'onType', 'most', 'rows', 'ref']);
  return (
    <Field {...field}>
      {(tied) => (
        <textarea
          {...tied}
          ref={(element) => own.ref?.(element)}
          rows={own.rows}
          maxlength={own.most ?? MOST_OF_A_REASON}
          value={own.value}
          onInput={(event) => own.onType(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

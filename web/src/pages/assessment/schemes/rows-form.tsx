import { Index, type JSX, Show } from 'solid-js';
import { more } from '../../../i18n/language.ts';
import { Button } from '../../../parts/forms/button.tsx';
import type { Row } from './list-fields.ts';
import css from './rows-form.module.css';

interface RowsFormProps {
  rows: readonly Row[];
  names: readonly [string, string];
  faultAt: (row: number) => string | undefined;
  onChange: (rows: Row[]) => void;
}

/** A list of pairs of numbers, each row with what is wrong with it. */
export function RowsForm(props: RowsFormProps): JSX.Element {
  const set = (at: number, side: 0 | 1, text: string): void => {
    const value = Number(text);
    if (text === '' || !Number.isFinite(value)) return;
    props.onChange(
      props.rows.map((row, i): Row => {
        if (i !== at) return row;
        return side === 0 ? [value, row[1]] : [row[0], value];
      }),
    );
  };
  return (
    <>
      <Index each={props.rows}>
        {(row, at) => (
          <div class={css.row}>
            <input
              class={css.input}
              type="number"
              step="any"
              aria-label={`${more().schemes.row(at + 1)} ${props.names[0]}`}
              value={row()[0]}
              onChange={(event) => set(at, 0, event.currentTarget.value)}
            />
            <input
              class={css.input}
              type="number"
              step="any"
              aria-label={`${more().schemes.row(at + 1)} ${props.names[1]}`}
              value={row()[1]}
              onChange={(event) => set(at, 1, event.currentTarget.value)}
            />
            <Button look="words" onClick={() => props.onChange(props.rows.filter((_, i) => i !== at))}>
              {more().schemes.dropRow}
            </Button>
            <Show when={props.faultAt(at)}>{(fault) => <p class={css.fault}>{fault()}</p>}</Show>
          </div>
        )}
      </Index>
      <Button look="words" onClick={() => props.onChange([...props.rows, props.rows.at(-1) ?? [0, 0]])}>
        {more().schemes.addRow}
      </Button>
    </>
  );
}

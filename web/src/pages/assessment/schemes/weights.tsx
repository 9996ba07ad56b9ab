import type { JSX } from 'solid-js';
import type { Scheme } from '../../../../../api/domain/score/scheme.ts';
import { pointsOf } from '../../../figures.ts';
import { more } from '../../../i18n/language.ts';
import { weightsOf } from './scheme-edits.ts';
import css from './weights.module.css';

const FULL = 100;

/** The live total of a group's weights (权重合计), and the most that all bonuses together may add. */
export function Weights(props: {
  scheme: Scheme;
  group: string;
  onChange: (next: Scheme) => void;
}): JSX.Element {
  const all = (): number => weightsOf(props.scheme, props.group);
  const verdict = (): string => {
    const missing = Math.round((FULL - all()) * 100) / 100;
    if (missing === 0) return more().schemes.weightsFull;
    return missing > 0
      ? more().schemes.weightsShort(missing)
      : more().schemes.weightsOver(Math.round(-missing * 100) / 100);
  };
  const cap = (text: string): void => {
    const { bonusCap: _, ...rest } = props.scheme;
    props.onChange(text === '' ? rest : { ...rest, bonusCap: Number(text) });
  };
  return (
    <div class={css.weights}>
      <output class={css.sum} data-full={all() === FULL ? '' : undefined}>
        {`${more().schemes.weights} `}
        <b>{pointsOf(all())}</b>
        {` / ${FULL} · ${verdict()}`}
      </output>
      <label class={css.cap}>
        {more().schemes.bonusCap}
        <input
          class={css.input}
          type="number"
          min="0"
          step="any"
          value={props.scheme.bonusCap ?? ''}
          onChange={(event) => cap(event.currentTarget.value)}
        />
      </label>
    </div>
  );
}

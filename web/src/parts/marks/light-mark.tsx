import { type JSX, Show } from 'solid-js';
import type { Light } from '../../../../db/vocabulary.ts';
import { t } from '../../i18n/language.ts';
import css from './light-mark.module.css';

/** Each light has its own outline, so that it is told without its colour. Drawn in a box of 16. */
const SHAPES: Readonly<Record<Light, string>> = {
  blue: 'M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1ZM4.2 8.2l2.7 2.7 5-5.4-1.2-1.1-3.8 4.1-1.5-1.5Z',
  green: 'M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Z',
  yellow: 'M8 1.5 15.5 14.5H.5ZM7.2 6v4.2h1.6V6Zm0 5.2v1.6h1.6v-1.6Z',
  red: 'M8 .5 15.5 8 8 15.5.5 8ZM7.2 4v5h1.6V4Zm0 6v1.7h1.6V10Z',
};

interface LightMarkProps {
  light: Light;
  /** Leaves the word to screen readers, where the column already says it. */
  quiet?: boolean;
}

/** A light (亮灯): colour, shape and word. */
export function LightMark(props: LightMarkProps): JSX.Element {
  return (
    <span class={css.mark} data-light={props.light}>
      <svg class={css.shape} viewBox="0 0 16 16" aria-hidden="true">
        <path d={SHAPES[props.light]} fill="currentColor" fill-rule="evenodd" />
      </svg>
      <Show when={props.quiet} fallback={<span class={css.word}>{t().light[props.light]}</span>}>
        <span class={css.hidden}>{t().light[props.light]}</span>
      </Show>
    </span>
  );
}

import { type JSX, Show } from 'solid-js';
import { LIGHT_SHAPES } from '../../../../api/domain/assignment/light-shapes.ts';
import type { Light } from '../../../../db/vocabulary.ts';
import { t } from '../../i18n/language.ts';
import css from './light-mark.module.css';

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
        <path d={LIGHT_SHAPES[props.light]} fill="currentColor" fill-rule="evenodd" />
      </svg>
      <Show when={props.quiet} fallback={<span class={css.word}>{t().light[props.light]}</span>}>
        <span class={css.hidden}>{t().light[props.light]}</span>
      </Show>
    </span>
  );
}

import { For, type JSX } from 'solid-js';
import { t } from '../../i18n/language.ts';
import css from './skeleton.module.css';

/** Grey lines in the place of what is coming, as many as there will be, so that nothing jumps; `data-loading` tells tests to wait. */
export function Skeleton(props: { lines: number; tall?: boolean }): JSX.Element {
  return (
    <div class={css.skeleton} data-tall={props.tall ? '' : undefined} data-loading="" role="status">
      <span class={css.word}>{t().common.loading}</span>
      <For each={Array.from({ length: props.lines })}>
        {() => <span class={css.line} aria-hidden="true" />}
      </For>
    </div>
  );
}

import { type JSX, Show, splitProps } from 'solid-js';
import { t } from '../../i18n/language.ts';
import css from './button.module.css';

interface ButtonProps extends JSX.ButtonHTMLAttributes<HTMLButtonElement> {
  /** `main` is the one thing the page is for; the others are plain or only words. */
  look?: 'main' | 'plain' | 'words';
  busy?: boolean;
  /** The key that does the same, shown on the button. */
  hint?: string;
}

/** A button (按钮), 44 px high; while busy it says so and takes no second press. */
export function Button(props: ButtonProps): JSX.Element {
  const [own, rest] = splitProps(props, ['look', 'busy', 'hint', 'children', 'disabled', 'type']);
  return (
    <button
      {...rest}
      type={own.type ?? 'button'}
      class={css.button}
      data-look={own.look ?? 'plain'}
      disabled={own.disabled === true || own.busy === true}
      aria-busy={own.busy === true}
    >
      <span>{own.busy === true ? t().common.working : own.children}</span>
      <Show when={own.hint}>
        <kbd class={css.key}>{own.hint}</kbd>
      </Show>
    </button>
  );
}

import { Dialog as Kobalte } from '@kobalte/core/dialog';
import type { JSX } from 'solid-js';
import { t } from '../i18n/language.ts';
import css from './dialog.module.css';
import { Icon } from './marks/icon.tsx';

interface DialogProps {
  open: boolean;
  title: string;
  onClose: () => void;
  children: JSX.Element;
}

/** A window over the page: keeps the focus inside, closes by Escape, and gives the focus back. */
export function Dialog(props: DialogProps): JSX.Element {
  // No element of Kobalte's opens it: who had the focus is remembered here.
  let before: Element | null = null;
  const giveBack = (): void => {
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  };
  return (
    <Kobalte open={props.open} onOpenChange={(open) => !open && props.onClose()}>
      <Kobalte.Portal>
        <Kobalte.Overlay class={css.veil} />
        <div class={css.place}>
          <Kobalte.Content
            class={css.content}
            onOpenAutoFocus={() => {
              before = document.activeElement;
            }}
            onCloseAutoFocus={giveBack}
          >
            <div class={css.head}>
              <Kobalte.Title class={css.title}>{props.title}</Kobalte.Title>
              <Kobalte.CloseButton class={css.close} aria-label={t().common.close}>
                <Icon name="close" />
              </Kobalte.CloseButton>
            </div>
            {props.children}
          </Kobalte.Content>
        </div>
      </Kobalte.Portal>
    </Kobalte>
  );
}

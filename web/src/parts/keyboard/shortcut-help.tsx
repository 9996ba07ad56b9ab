import { For, type JSX } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { Dialog } from '../dialog.tsx';
import { keysOn, setKeysOn } from './listen.ts';
import css from './shortcut-help.module.css';
import { type Action, GLOBAL_ACTIONS, KEYS, QUEUE_ACTIONS, SHEET_ACTIONS } from './shortcuts.ts';

function Section(props: { title: string; actions: readonly Action[] }): JSX.Element {
  return (
    <>
      <h3 class={css.title}>{props.title}</h3>
      <dl>
        <For each={props.actions}>
          {(action) => (
            <div class={css.row}>
              <dt>{t().shortcuts[action]}</dt>
              <dd>
                <For each={KEYS[action]}>{(key) => <kbd class={css.key}>{key}</kbd>}</For>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </>
  );
}

/** All keys, and the switch that turns them off. */
export default function ShortcutHelp(props: { onClose: () => void }): JSX.Element {
  return (
    <Dialog open title={t().shortcuts.title} onClose={props.onClose}>
      <Section title={t().shortcuts.everywhere} actions={GLOBAL_ACTIONS} />
      <Section title={t().shortcuts.onVerify} actions={QUEUE_ACTIONS} />
      <Section title={t().shortcuts.onSheet} actions={['next', 'previous', ...SHEET_ACTIONS]} />
      <label class={css.switch}>
        <input
          class={css.box}
          type="checkbox"
          checked={keysOn()}
          onChange={(event) => setKeysOn(event.currentTarget.checked)}
        />
        {t().shortcuts.enabled}
      </label>
    </Dialog>
  );
}

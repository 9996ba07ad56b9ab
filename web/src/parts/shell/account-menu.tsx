import { DropdownMenu } from '@kobalte/core/dropdown-menu';
import { useNavigate } from '@solidjs/router';
import { useQueryClient } from '@tanstack/solid-query';
import { createSignal, type JSX, lazy, Show, Suspense } from 'solid-js';
import { api } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { useMe } from '../../session.ts';
import css from './account-menu.module.css';

const BindDialog = lazy(() => import('./bind-dialog.tsx'));

/** Who is signed in, and what concerns only oneself: binding WeChat, the password, signing out. */
export default function AccountMenu(props: { class: string; children: JSX.Element }): JSX.Element {
  const me = useMe();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [binding, setBinding] = createSignal(false);

  const signOut = async (): Promise<void> => {
    await api.signOut().catch(() => undefined);
    client.clear();
    navigate('/sign-in');
  };

  return (
    <>
      <DropdownMenu placement="bottom-end" gutter={4} defaultOpen modal={false}>
        <DropdownMenu.Trigger class={props.class} aria-label={`${t().header.account}：${me().person.name}`}>
          {props.children}
        </DropdownMenu.Trigger>
        <DropdownMenu.Content class={css.menu}>
          <div class={css.who}>
            <p class={css.full}>{me().person.name}</p>
            <p>{`${me().person.unit.name} · ${t().role[me().person.role]}`}</p>
          </div>
          <DropdownMenu.Item class={css.item} onSelect={() => setBinding(true)}>
            {t().header.bind}
          </DropdownMenu.Item>
          <DropdownMenu.Item class={css.item} onSelect={() => navigate('/password')}>
            {t().header.password}
          </DropdownMenu.Item>
          <DropdownMenu.Item class={css.item} onSelect={() => void signOut()}>
            {t().header.signOut}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu>
      <Suspense>
        <Show when={binding()}>
          <BindDialog onClose={() => setBinding(false)} />
        </Show>
      </Suspense>
    </>
  );
}

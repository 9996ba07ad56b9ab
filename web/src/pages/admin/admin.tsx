import { A, Navigate, type RouteSectionProps, useLocation } from '@solidjs/router';
import { For, type JSX, Show, Suspense } from 'solid-js';
import { more, t } from '../../i18n/language.ts';
import { PageHead } from '../../parts/page-head.tsx';
import { Empty } from '../../parts/states/empty.tsx';
import { Skeleton } from '../../parts/states/skeleton.tsx';
import { useMe } from '../../session.ts';
import css from './admin.module.css';
import { adminTabsOf } from './admin-tabs.ts';
import { useTroubles } from './use-troubles.ts';

/** What surrounds the pages of the administration (管理): a line of tabs, each with an address of its own. */
export default function Admin(props: RouteSectionProps): JSX.Element {
  const me = useMe();
  const location = useLocation();
  const tabs = () => adminTabsOf(me().can);
  const troubles = useTroubles();
  const first = (): string | undefined => tabs()[0]?.href;
  return (
    <Show
      when={first()}
      fallback={
        <>
          <PageHead title={t().nav.admin} />
          <Empty title={t().problem.forbidden} />
        </>
      }
    >
      {(href) => (
        <>
          <nav class={css.tabs} aria-label={t().nav.admin} data-screen-only>
            <For each={tabs()}>
              {(tab) => (
                <A class={css.tab} activeClass={css.here ?? ''} href={tab.href}>
                  {more().admin.tabs[tab.key]}
                  <Show when={troubles(tab.key)}>
                    {(n) => <span class={css.toDo}>{more().admin.toDo(n())}</span>}
                  </Show>
                </A>
              )}
            </For>
          </nav>
          <Show when={location.pathname !== '/admin'} fallback={<Navigate href={href()} />}>
            <Suspense fallback={<Skeleton lines={8} />}>{props.children}</Suspense>
          </Show>
        </>
      )}
    </Show>
  );
}

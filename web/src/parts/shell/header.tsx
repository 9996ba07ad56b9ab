import { A, useLocation } from '@solidjs/router';
import { createEffect, createSignal, For, type JSX, lazy, on, Show, Suspense } from 'solid-js';
import { language, t, useLanguage } from '../../i18n/language.ts';
import { connected } from '../../live.ts';
import { placesOf, startOf, useMe } from '../../session.ts';
import { Icon } from '../marks/icon.tsx';
import { theme, toggleTheme } from '../theme.ts';
import css from './header.module.css';

const AccountMenu = lazy(() => import('./account-menu.tsx'));

/** The line above every page: the name, where one may go, and who one is. */
export function Header(props: { onHelp: () => void }): JSX.Element {
  const me = useMe();
  const location = useLocation();
  let nav: HTMLElement | undefined;
  // On a phone the line of places is wider than the screen: where one is stays in sight.
  createEffect(
    on(
      () => location.pathname,
      () =>
        queueMicrotask(() =>
          nav
            ?.querySelector('[aria-current="page"]')
            ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
        ),
    ),
  );
  return (
    <header class={css.header} data-screen-only>
      <a class={css.skip} href="#main">
        {t().nav.skip}
      </a>
      <div class={css.inner}>
        <A class={css.brand} href={startOf(me())}>
          <span class={css.seal} aria-hidden="true" />
          <span class={css.name}>{t().name}</span>
        </A>
        <nav ref={nav} class={css.nav} aria-label={t().nav.label}>
          <For each={placesOf(me())}>
            {(place) => (
              <A class={css.place} activeClass={css.here ?? ''} href={place.href} end={place.href === '/'}>
                {t().nav[place.key]}
              </A>
            )}
          </For>
        </nav>
        <div class={css.tools}>
          <LiveMark />
          <Tools onHelp={props.onHelp} />
          <Account />
        </div>
      </div>
    </header>
  );
}

/** The button of one's own menu; the menu itself is fetched when it is first reached for. */
function Account(): JSX.Element {
  const me = useMe();
  const [wanted, setWanted] = createSignal(false);
  const closed = (
    <button
      type="button"
      class={css.account}
      aria-haspopup="menu"
      aria-expanded="false"
      aria-label={`${t().header.account}：${me().person.name}`}
      onPointerEnter={() => void AccountMenu.preload()}
      onFocus={() => void AccountMenu.preload()}
      onClick={() => setWanted(true)}
    >
      <Icon name="person" />
      <span class={css.person}>{me().person.name}</span>
    </button>
  );
  return (
    <Suspense fallback={closed}>
      <Show when={wanted()} fallback={closed}>
        <AccountMenu class={css.account ?? ''}>
          <Icon name="person" />
          <span class={css.person}>{me().person.name}</span>
        </AccountMenu>
      </Show>
    </Suspense>
  );
}

/** Whether what is shown is of now. */
function LiveMark(): JSX.Element {
  return (
    <Show
      when={connected()}
      fallback={
        <span class={css.lost} role="status" title={t().header.liveLost}>
          <span class={css.liveWord}>{t().header.liveLost}</span>
        </span>
      }
    >
      <span class={css.live} title={t().header.live}>
        <span class={css.liveWord}>{t().header.live}</span>
      </span>
    </Show>
  );
}

/** Language, theme and keyboard help. */
export function Tools(props: { onHelp?: () => void }): JSX.Element {
  const themeWord = (): string => (theme() === 'light' ? t().header.toDark : t().header.toLight);
  return (
    <>
      <button
        type="button"
        class={css.tool}
        lang={language() === 'zh-CN' ? 'en' : 'zh-CN'}
        onClick={() => void useLanguage(language() === 'zh-CN' ? 'en' : 'zh-CN')}
      >
        {t().header.otherLanguage}
      </button>
      <button
        type="button"
        class={css.tool}
        aria-label={themeWord()}
        title={themeWord()}
        onClick={toggleTheme}
      >
        <Icon name={theme() === 'light' ? 'moon' : 'sun'} />
      </button>
      <Show when={props.onHelp}>
        {(onHelp) => (
          <button
            type="button"
            class={`${css.tool} ${css.help}`}
            aria-label={t().header.shortcuts}
            title={t().header.shortcuts}
            onClick={() => onHelp()()}
          >
            <Icon name="keys" />
          </button>
        )}
      </Show>
    </>
  );
}

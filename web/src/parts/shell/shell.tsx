import { Navigate, type RouteSectionProps, useLocation, useNavigate } from '@solidjs/router';
import { useQuery } from '@tanstack/solid-query';
import { createEffect, createSignal, type JSX, lazy, Match, on, Show, Suspense, Switch } from 'solid-js';
import type { Me } from '../../api.ts';
import { t } from '../../i18n/language.ts';
import { listenForNews } from '../../live.ts';
import { problemOf } from '../../problem.ts';
import { queries } from '../../queries.ts';
import { placesOf, SessionContext, startOf } from '../../session.ts';
import { Button } from '../forms/button.tsx';
import { focusSearch, listenForKeys } from '../keyboard/listen.ts';
import { Empty } from '../states/empty.tsx';
import { ProblemNote } from '../states/problem-note.tsx';
import { Skeleton } from '../states/skeleton.tsx';
import { Header } from './header.tsx';
import css from './shell.module.css';

const ShortcutHelp = lazy(() => import('../keyboard/shortcut-help.tsx'));
const ChangePassword = lazy(() => import('../../pages/password/password.tsx'));

/** Listens while somebody is signed in: to news, and to the keys that work on every page. */
function Listening(props: { onHelp: () => void }): JSX.Element {
  const navigate = useNavigate();
  listenForNews();
  listenForKeys({
    search: () => {
      if (!focusSearch()) navigate('/tasks', { state: { search: true } });
    },
    overview: () => navigate('/'),
    tasks: () => navigate('/tasks'),
    verify: () => navigate('/verify'),
    ranking: () => navigate('/ranking'),
    chat: () => navigate('/chat'),
    help: props.onHelp,
  });
  return null;
}

/** What surrounds every page of who is signed in; who is not goes to the sign-in page, and comes back. */
export function Shell(props: RouteSectionProps): JSX.Element {
  const me = useQuery(() => queries.me());
  const [helping, setHelping] = createSignal(false);
  const navigate = useNavigate();
  const location = useLocation();
  const signedOut = (): boolean => me.isError && problemOf(me.error).status === 401;

  /** Whether this is the first page, and not one that somebody may see: the own work begins elsewhere. */
  const elsewhere = (who: Me): boolean =>
    location.pathname === '/' && !placesOf(who).some(({ href }) => href === '/');

  createEffect(() => {
    if (!signedOut()) return;
    const here = `${location.pathname}${location.search}`;
    navigate(here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`, { replace: true });
  });

  // Another page: who reads by ear, or goes by keyboard, goes on at its beginning.
  createEffect(
    on(
      () => location.pathname,
      () => document.getElementById('main')?.focus({ preventScroll: true }),
      { defer: true },
    ),
  );

  const waiting = <div class={css.main}>{<Skeleton lines={6} />}</div>;
  return (
    <Switch fallback={waiting}>
      <Match when={!me.isPending && !signedOut() && me.data}>
        {(person) => (
          <SessionContext.Provider value={person}>
            <Show
              when={!person().mustChangePassword}
              fallback={
                <main>
                  <Suspense>
                    <ChangePassword first />
                  </Suspense>
                </main>
              }
            >
              <Listening onHelp={() => setHelping(true)} />
              <Header onHelp={() => setHelping(true)} />
              <main id="main" class={css.main} tabIndex={-1}>
                <Show when={!elsewhere(person())} fallback={<Navigate href={startOf(person())} />}>
                  <Suspense fallback={<Skeleton lines={6} />}>{props.children}</Suspense>
                </Show>
              </main>
              <Suspense>
                <Show when={helping()}>
                  <ShortcutHelp onClose={() => setHelping(false)} />
                </Show>
              </Suspense>
            </Show>
          </SessionContext.Provider>
        )}
      </Match>
      <Match when={me.isError && !signedOut()}>
        <Empty title={t().problem.failed}>
          <ProblemNote error={me.error} />
          <Button onClick={() => void me.refetch()}>{t().common.retry}</Button>
        </Empty>
      </Match>
    </Switch>
  );
}

import { createEffect, type JSX, Show } from 'solid-js';
import { t } from '../i18n/language.ts';
import css from './page-head.module.css';

interface PageHeadProps {
  title: string;
  /** Said small beside the title: what the page shows, as of when. */
  aside?: JSX.Element;
  children?: JSX.Element;
}

/** The title of a page, on the page and on the window, with what belongs beside it. */
export function PageHead(props: PageHeadProps): JSX.Element {
  createEffect(() => {
    document.title = `${props.title} · ${t().name}`;
  });
  return (
    <div class={css.head}>
      <h1 class={css.title}>{props.title}</h1>
      <Show when={props.aside}>
        <p class={css.aside}>{props.aside}</p>
      </Show>
      <Show when={props.children}>
        <div class={css.tools}>{props.children}</div>
      </Show>
    </div>
  );
}

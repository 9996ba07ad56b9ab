import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import css from './back-link.module.css';

/** Leads from one thing back to the list it stands in; not on paper. */
export function BackLink(props: { href: string; children: JSX.Element }): JSX.Element {
  return (
    <A class={css.back} href={props.href} data-screen-only>
      {props.children}
    </A>
  );
}

import type { JSX } from 'solid-js';
import css from './download-link.module.css';
import { Icon } from './marks/icon.tsx';

/** A file to keep (下载), by a real address, so that old browsers and WeChat keep it too. */
export function DownloadLink(props: { href: string; children: JSX.Element }): JSX.Element {
  return (
    <a class={css.link} href={props.href} rel="external" download="" data-screen-only>
      <Icon name="download" />
      {props.children}
    </a>
  );
}

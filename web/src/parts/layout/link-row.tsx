import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import css from './link-row.module.css';

interface LinkRowProps {
  href: string;
  /** What the row leads to, and what it is about in a few small words. */
  name: string;
  about: string;
  /** The columns of the list on a wide page: the name's and those of what stands beside it. */
  class: string | undefined;
  children: JSX.Element;
}

/** A row of a list that leads to what it names, with how that stands beside it; it stands in a `LinkRows`. */
export function LinkRow(props: LinkRowProps): JSX.Element {
  return (
    <li>
      <A class={`${css.row} ${props.class ?? ''}`} href={props.href}>
        <span class={css.what}>
          <b>{props.name}</b>
          <span class={css.about}>{props.about}</span>
        </span>
        {props.children}
      </A>
    </li>
  );
}

/** The list that rows of links stand in. */
export function LinkRows(props: { children: JSX.Element }): JSX.Element {
  return <ul class={css.list}>{props.children}</ul>;
}

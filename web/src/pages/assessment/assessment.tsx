import { A, type RouteSectionProps } from '@solidjs/router';
import { For, type JSX } from 'solid-js';
import { t } from '../../i18n/language.ts';
import { useMe } from '../../session.ts';
import css from './assessment.module.css';

/** The parts of the assessment, each with its pages below its address. */
const PARTS = [
  { key: 'schemes', needs: 'scheme.see' },
  { key: 'years', needs: 'annual.see' },
  { key: 'values', needs: 'value.record' },
] as const;

/** The frame of the assessment pages (考核): the parts as tabs, and below them the part that is open. */
export default function Assessment(props: RouteSectionProps): JSX.Element {
  const me = useMe();
  const open = () => PARTS.filter(({ needs }) => me().can.includes(needs));
  return (
    <>
      <nav class={css.parts} aria-label={t().assessment.parts} data-screen-only>
        <For each={open()}>
          {({ key }) => (
            <A class={css.part} activeClass={css.here ?? ''} href={`/assessment/${key}`}>
              {t().assessment[key]}
            </A>
          )}
        </For>
      </nav>
      {props.children}
    </>
  );
}

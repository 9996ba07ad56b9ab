import { A } from '@solidjs/router';
import type { JSX } from 'solid-js';
import { t } from '../../i18n/language.ts';
import type { UnitScore } from './queries.ts';
import css from './settled.module.css';

/** Says that what is shown was signed (已定档), when, and leads to the assessment. */
export function Settled(props: { of: NonNullable<UnitScore['settled']> }): JSX.Element {
  return (
    <p class={css.settled}>
      <b class={css.mark}>{t().scores.settled}</b>
      <span>{t().scores.settledOf(props.of.year, t().date.time(props.of.at))}</span>
      <A class={css.link} href={`/assessment/years/${props.of.year}/notice`}>
        {t().scores.settledLink}
      </A>
    </p>
  );
}

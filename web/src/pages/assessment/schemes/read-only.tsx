import { For, type JSX } from 'solid-js';
import { measureOf } from '../../../../../api/domain/score/assemble.ts';
import { isMeasure, MEASURES } from '../../../../../api/domain/score/measures.ts';
import type { Group, Scheme } from '../../../../../api/domain/score/scheme.ts';
import { ruleOf } from '../../../../../api/domain/score/why/rule.ts';
import { pointsOf } from '../../../figures.ts';
import { more } from '../../../i18n/language.ts';
import { reachable } from '../../../parts/reachable.ts';
import css from './read-only.module.css';

/** The indicators of one group as a table to be read. */
export function ReadOnly(props: {
  scheme: Scheme;
  group: Group;
  sections: readonly { number: string; title: string }[];
}): JSX.Element {
  const titleOf = (number: string | undefined): string =>
    [number ?? '', props.sections.find((section) => section.number === number)?.title ?? ''].join(' ');
  const sourceOf = (measure: string): string => (isMeasure(measure) ? MEASURES[measure].name : measure);
  return (
    <section ref={reachable} class={css.scroll} aria-label={props.group.name}>
      <table class={css.table}>
        <caption class={css.caption}>{props.group.name}</caption>
        <thead>
          <tr>
            <th scope="col">{more().schemes.code}</th>
            <th scope="col">{more().schemes.name}</th>
            <th scope="col" class={css.number}>
              {more().schemes.weight}
            </th>
            <th scope="col">{more().schemes.rule}</th>
            <th scope="col">{more().schemes.measure}</th>
            <th scope="col">{more().schemes.section}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.scheme.indicators.filter(({ group }) => group === props.group.key)}>
            {(indicator) => (
              <tr>
                <td>{indicator.code}</td>
                <th scope="row">{indicator.name}</th>
                <td class={css.number}>
                  {indicator.weight > 0
                    ? pointsOf(indicator.weight)
                    : more().schemes.methods[indicator.method.type]}
                </td>
                <td>{ruleOf(indicator)}</td>
                <td>{sourceOf(measureOf(indicator))}</td>
                <td>{titleOf(indicator.section)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

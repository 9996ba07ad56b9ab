import type { JSX } from 'solid-js';
import { Show } from 'solid-js';
import { pointsOf } from '../../figures.ts';
import { t } from '../../i18n/language.ts';
import { Keyed } from '../../parts/keyed.tsx';
import { ShareBar } from '../../parts/marks/share-bar.tsx';
import { LineBasis } from '../../parts/score/line-basis.tsx';
import type { UnitScore } from '../../parts/score/queries.ts';
import css from './lines.module.css';

/** Every line of a unit's score: points, the rule, the sentence that explains them, and what they rest on. */
export function Lines(props: { data: UnitScore; mayAsk: boolean }): JSX.Element {
  return (
    <section aria-labelledby="lines">
      <h2 id="lines" class={css.title}>
        {t().scores.lines}
      </h2>
      <ol>
        <Keyed each={props.data.score.lines} by={({ indicator }) => indicator}>
          {(line) => (
            <li class={css.line}>
              <p class={css.head}>
                <b class={css.name}>{line().name}</b>
                <span class={css.points}>
                  {line().state === 'scored' ? pointsOf(line().points) : t().lineState[line().state]}
                  <Show when={line().weight > 0}>
                    <span class={css.quiet}>{` / ${pointsOf(line().weight)}`}</span>
                  </Show>
                </span>
              </p>
              <Show when={line().weight > 0}>
                <ShareBar share={line().points / line().weight} strong />
              </Show>
              <p class={css.why}>{line().why}</p>
              <p class={css.quiet}>
                {[
                  `${t().scores.rule}：${line().rule}`,
                  `${t().scores.source}：${line().source}`,
                  line().section,
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </p>
              <Show when={props.mayAsk}>
                <LineBasis
                  unitId={props.data.unit.id}
                  indicator={line().indicator}
                  name={line().name}
                  view={{ day: props.data.day, known: props.data.known }}
                />
              </Show>
            </li>
          )}
        </Keyed>
      </ol>
    </section>
  );
}

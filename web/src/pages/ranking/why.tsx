import { A, useSearchParams } from '@solidjs/router';
import { createEffect, type JSX, on, Show } from 'solid-js';
import type { RankingRow } from '../../api.ts';
import { pointsOf, scoreOf } from '../../figures.ts';
import { t } from '../../i18n/language.ts';
import { Keyed } from '../../parts/keyed.tsx';
import { ShareBar } from '../../parts/marks/share-bar.tsx';
import { LineBasis } from '../../parts/score/line-basis.tsx';
import { searchOf, type View } from '../../parts/score/queries.ts';
import { mayExplain, useMe } from '../../session.ts';
import css from './why.module.css';

/** How one unit's score came about (依据): every line with its points and the sentence that explains them. */
export function Why(props: { row: RankingRow; view: View }): JSX.Element {
  const [search] = useSearchParams();
  const me = useMe();
  const mayAsk = (): boolean => mayExplain(me(), props.row.unitId);
  let panel: HTMLElement | undefined;
  // On a narrow page the explanation lies below the table: what was asked for comes into sight.
  createEffect(
    on(
      () => `${search.unit}${search.line}`,
      () => panel?.scrollIntoView({ block: 'nearest', behavior: 'smooth' }),
      { defer: true },
    ),
  );
  return (
    <section ref={panel} class={css.why} aria-labelledby="why">
      <h2 id="why" class={css.title}>
        {t().ranking.why(props.row.name)}
      </h2>
      <A class={css.unit} href={`/units/${props.row.unitId}${searchOf(props.view)}`}>
        {t().scores.ofUnit}
      </A>
      <dl class={css.sum}>
        <Part name={t().ranking.scaled} value={props.row.scaled} />
        <Part name={t().ranking.bonus} value={props.row.bonus} sign="+" />
        <Part name={t().ranking.penalty} value={props.row.penalty} sign="−" />
        <Part name={t().ranking.total} value={props.row.total} strong />
      </dl>
      <ol>
        <Keyed each={props.row.lines} by={(line) => line.indicator}>
          {(line) => (
            <li class={css.line} data-chosen={search.line === line().indicator ? '' : undefined}>
              <p class={css.head}>
                <b>{line().name}</b>
                <span class={css.points}>
                  {line().state === 'scored' ? pointsOf(line().points) : t().lineState[line().state]}
                  <Show when={line().weight > 0}>
                    <span class={css.of}>{` / ${pointsOf(line().weight)}`}</span>
                  </Show>
                </span>
              </p>
              <Show when={line().weight > 0}>
                <ShareBar share={line().points / line().weight} strong />
              </Show>
              <p class={css.reason}>{line().why}</p>
              <Show when={mayAsk()}>
                <LineBasis
                  unitId={props.row.unitId}
                  indicator={line().indicator}
                  name={line().name}
                  view={props.view}
                />
              </Show>
            </li>
          )}
        </Keyed>
      </ol>
    </section>
  );
}

function Part(props: { name: string; value: number | null; sign?: string; strong?: boolean }): JSX.Element {
  return (
    <div class={css.part}>
      <dt>{props.name}</dt>
      <dd class={css.value} data-strong={props.strong ? '' : undefined}>
        {props.value === null ? t().common.missing : `${props.sign ?? ''}${scoreOf(props.value)}`}
      </dd>
    </div>
  );
}
